package hub.projections.idle;

import static hub.projections.Given.picking;
import static hub.projections.Given.qc;
import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.highlights.Alert;
import hub.projections.highlights.AlertsView;
import hub.projections.view.Answer;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Idleness as readers of the alerts see it, with no job anywhere. */
class IdleNowTest {

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    /** J, 14:15 Chicago time. */
    @ParameterizedTest
    @EnumSource(ScoreMode.class)
    void oneAlertPerEpisodeStandsBesideTheLegacysKind(ScoreMode mode) {
        world.put(shift(1, 1, "2026-01-15T14:00:00Z", null), qc(1, 1, 99, "2026-01-15T19:52:00Z"))
                .put(shift(2, 2, "2026-01-15T15:00:00Z", null))
                // Clocked in again after lunch: what was before does not count.
                .put(
                        shift(3, 3, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z"),
                        shift(4, 3, "2026-01-15T20:10:00Z", null))
                .put(picking(2, 3, 180, "2026-01-15T15:00:00Z"))
                // Gone home.
                .put(shift(5, 4, "2026-01-15T14:00:00Z", "2026-01-15T20:00:00Z"));

        assertThat(alerts(mode, "2026-01-15T20:15:00Z"))
                .containsExactly(
                        "idle critical URGENT: E2 has done nothing since clocking in at 09:00 AM",
                        "idle warning E1 has been idle since 02:02 PM");
    }

    @Test
    void theClockAloneMakesIdlenessAndWorkEndsIt() {
        world.put(shift(1, 1, "2026-01-15T14:00:00Z", null), qc(1, 1, 99, "2026-01-15T19:50:00Z"));

        Answer<List<Alert>> before = answer("2026-01-15T20:10:59.999Z");
        assertThat(before.body()).isEmpty();
        assertThat(before.until()).isEqualTo("2026-01-15T20:11:00Z");
        Answer<List<Alert>> idle = answer("2026-01-15T20:11:00Z");
        assertThat(idle.body()).extracting(Alert::severity).containsExactly("warning");
        assertThat(idle.until()).isEqualTo("2026-01-15T20:16:00Z");
        assertThat(answer("2026-01-15T20:16:00Z").body())
                .extracting(Alert::severity)
                .containsExactly("critical");

        world.put(qc(2, 1, 9, "2026-01-15T20:01:00Z"));
        assertThat(answer("2026-01-15T20:16:00Z").body()).isEmpty();
    }

    /** Answers hold until the next of those, too, who are not at work yet. */
    @Test
    void aShiftThatHasNotBegunIsNobodysPresence() {
        world.put(
                shift(1, 1, "2026-01-15T14:00:00Z", null), shift(2, 1, "2026-01-15T20:00:00Z", "2026-01-15T21:00:00Z"));

        Answer<List<Alert>> before = answer("2026-01-15T19:59:59Z");
        assertThat(before.body()).hasSize(1);
        assertThat(before.until()).isEqualTo("2026-01-15T20:00:00Z");
        assertThat(answer("2026-01-15T20:00:00Z").body()).isEmpty();
    }

    @Test
    void theLastWindowsRoleSaysHowLongAPauseMayBe() {
        world.put(shift(1, 1, "2026-01-15T14:00:00Z", null))
                .put(picking(1, 1, 40, "2026-01-15T19:40:00Z"))
                .put(Given.activity(2, 1, 77, "item_scan", 1, "2026-01-15T19:00:00Z", 60, "Unknown", "manual"));
        assertThat(alerts(ScoreMode.STORED, "2026-01-15T20:11:59Z")).isEmpty();
        assertThat(alerts(ScoreMode.STORED, "2026-01-15T20:12:00Z")).hasSize(1);

        // Ended last, with a role that nobody knows: five minutes.
        world.put(Given.activity(2, 1, 77, "item_scan", 1, "2026-01-15T19:50:00Z", 60, "Unknown", "manual"));
        assertThat(alerts(ScoreMode.STORED, "2026-01-15T19:56:59Z")).isEmpty();
        assertThat(alerts(ScoreMode.STORED, "2026-01-15T19:57:00Z")).hasSize(1);
    }

    @Test
    void whoLeavesIsNotIdle() {
        world.put(shift(1, 1, "2026-01-15T14:00:00Z", null));
        assertThat(alerts(ScoreMode.LIVE, "2026-01-15T20:00:00Z")).hasSize(1);

        world.put(new Row.Employee(1, "E1", false, 0L));
        assertThat(alerts(ScoreMode.LIVE, "2026-01-15T20:00:00Z")).isEmpty();
    }

    private Answer<List<Alert>> answer(String now) {
        return world.answer(new AlertsView(ScoreMode.STORED), Everything.QUERY, now);
    }

    private List<String> alerts(ScoreMode mode, String now) {
        return world.answer(new AlertsView(mode), Everything.QUERY, now).body().stream()
                .map(alert -> alert.type() + " " + alert.severity() + " " + alert.message())
                .toList();
    }
}
