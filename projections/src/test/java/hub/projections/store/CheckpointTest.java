package hub.projections.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.board.Horizon;
import hub.projections.change.Canary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final Checkpoint FILLING = Checkpoint.filling("server-uuid", Horizon.UNLIMITED, "digest");

    @Test
    void aFillingCheckpointSurvivesItsText() {
        assertThat(Checkpoint.parse(FILLING.text())).isEqualTo(FILLING);
    }

    @Test
    void aStreamingCheckpointSurvivesItsText() {
        Checkpoint streaming = FILLING.streamedTo(new SourceProgress(
                        "{\"file\":\"binlog.000001\",\"pos\":4}",
                        new SourcePosition.MysqlGtids("3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5"),
                        Instant.parse("2026-01-15T15:00:00.123456Z"),
                        List.of("ddl")))
                .withCanary(new Canary(7, Instant.parse("2026-01-15T15:00:00.000001Z")))
                .withParked(Parked.NONE.plus(List.of("b", "a"), 2).plus(List.of("c"), 1))
                .withSequence(42);

        assertThat(Checkpoint.parse(streaming.text())).isEqualTo(streaming);
        assertThat(streaming.history().count()).isEqualTo(1);
        assertThat(streaming.history().checksum()).hasSize(64);
    }

    /** As MySQL prints {@code gtid_executed}; a header and a checkpoint have one line for it. */
    @Test
    void aPositionOfSeveralServersIsOneLine() {
        SourcePosition position = new SourcePosition.MysqlGtids("a:1-5,\nb:7");

        assertThat(position.text()).isEqualTo("mysql-gtid:a:1-5,b:7");
        assertThat(SourcePosition.parse(position.text())).isEqualTo(position);
    }

    @Test
    void aHorizonSurvives() {
        Checkpoint bounded =
                Checkpoint.filling("s", new Horizon(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-02-01")), "d");

        assertThat(Checkpoint.parse(bounded.text()).horizon()).isEqualTo(bounded.horizon());
    }

    @Test
    void aMissingComponentIsNamed() {
        String text = FILLING.text().replaceAll("(?m)^digest=.*$", "");

        assertThatThrownBy(() -> Checkpoint.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("digest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "mysql-gtid:a:1-5,b:7", "mariadb-gtid:0-1-9", "binlog:mysql-bin.000003:1554"})
    void positionsSurviveTheirText(String text) {
        assertThat(SourcePosition.parse(text).text()).isEqualTo(text);
    }
}
