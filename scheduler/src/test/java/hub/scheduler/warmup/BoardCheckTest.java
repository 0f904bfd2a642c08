package hub.scheduler.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Roles;
import hub.projections.shifts.ShiftDay;
import hub.redis.Marks;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardCheckTest {

    private static final LocalDate DATE = LocalDate.parse("2026-01-15");
    private static final PartitionId TODAY = ShiftDay.BOARD.in(new Partition.Day(DATE));
    private static final PartitionId ROLES = Roles.BOARD.in(Partition.ALL);

    private final Twins twins = new Twins();
    private final BoardCheck unit = new BoardCheck(
            twins::look,
            twins.comparison(Duration.ofSeconds(1)),
            List.of(ShiftDay.BOARD, Roles.BOARD),
            "digest",
            Duration.ofMillis(1),
            (compared, different) -> {});

    BoardCheckTest() {
        twins.holds(TODAY, Map.of("1", "a"));
        twins.holds(ROLES, Map.of("1", "b", "2", "c"));
    }

    private String check() throws NotWarm, InterruptedException {
        return unit.of(DATE);
    }

    @Test
    void saysWhatWasCompared() throws Exception {
        assertThat(check()).isEqualTo("3 partitions of 2 boards, with 3 entries, are what MySQL says");
    }

    @Test
    void namesWhatIsWrong() {
        twins.mysql.put(TODAY, Map.of());

        assertThatThrownBy(this::check)
                .hasMessage("not what MySQL says: shifts:2026-01-15 in 1 of 1 entries."
                        + " hub rebuild makes them anew beside what is served");
    }

    @Test
    void comparesAgainWhatWasWrittenMeanwhile() throws Exception {
        twins.beforeRead = () -> {
            if (twins.reads < 3) {
                twins.holds(TODAY, Map.of("1", "at look " + twins.reads));
            }
        };

        assertThat(check()).contains("with 3 entries");
        assertThat(twins.reads).isEqualTo(3);
    }

    @Test
    void marksOfTheStoreAreNotOverlooked() {
        twins.marks = new Marks(null, Set.of("roles"), Set.of());

        assertThatThrownBy(this::check).hasMessage("marked as wrong by the store: [roles]");
    }

    @Test
    void whatIsNotThereIsNotRight() {
        twins.horizon = new Horizon(DATE.plusDays(1), DATE.plusDays(1));
        assertThatThrownBy(this::check).hasMessageContaining("are not held; the first day is 2026-01-16");

        twins.digest = "another";
        assertThatThrownBy(this::check).hasMessageContaining("another version");

        twins.live = false;
        assertThatThrownBy(this::check).hasMessageContaining("no generation of the read models is live");
    }
}
