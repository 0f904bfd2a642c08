package hub.projections.team;

import static hub.projections.Given.picking;
import static hub.projections.Given.qc;
import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.team.TeamBottlenecks.IdleColleague;
import hub.projections.team.TeamBottlenecks.TeamFinding;
import hub.projections.team.TeamCapacity.RoleCapacity;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bottlenecks, capacity and health: J = 2026-01-15, and the days before. */
class HowTheTeamIsTest {

    private static final String NOW = "2026-01-15T20:00:00Z";

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void ofNothingThatIsKnownNothingIsFound() {
        world.put(
                new Row.Employee(1, "E1", false, 0L),
                new Row.Employee(2, "E2", false, 0L),
                new Row.Employee(3, "E3", false, 0L),
                new Row.Employee(4, "E4", false, 0L));
        assertThat(bottlenecks().bottlenecks()).isEmpty();
        assertThat(capacity().utilization()).isNull();
        assertThat(capacity().status()).isEqualTo("unknown");
        assertThat(health()).isEqualTo(new HealthScore(d("100.0"), "excellent", "green", null, null, 0, null));
    }

    /** An hour before the only window, of which 15 minutes are free, and 410 minutes after it, of which 10 are, and 15 to clean up. */
    @Test
    void whoPausedForMoreThanFiveHours() {
        world.put(shift(1, 1, "2026-01-15T06:00:00Z", "2026-01-15T14:00:00Z"), qc(1, 1, 10, "2026-01-15T07:00:00Z"));
        assertThat(bottlenecks().idleEmployees()).containsExactly(new IdleColleague(1, "E1", 2, d("430.0")));
        assertThat(bottlenecks().bottlenecks())
                .containsExactly(
                        new TeamFinding("high_idle_rate", "high", d("1")),
                        new TeamFinding("low_team_efficiency", "medium", d("0.10")),
                        new TeamFinding("attendance_issues", "high", d("75.0")));
        world.put(new Row.Employee(1, "E1", false, 0L));
        assertThat(bottlenecks().idleEmployees()).as("E1 has left").isEmpty();
    }

    @Test
    void declineComparesDaysThatAreOver() {
        world.put(
                qc(1, 1, 100, "2026-01-01T15:00:00Z"), // of the first week
                qc(2, 1, 100, "2026-01-07T15:00:00Z"),
                qc(3, 1, 84, "2026-01-08T15:00:00Z"), // of the second
                qc(4, 1, 1, "2026-01-15T15:00:00Z")); // today says nothing
        assertThat(bottlenecks().bottlenecks())
                .contains(new TeamFinding("declining_performance", "medium", d("-16.0")));
        world.put(qc(3, 1, 85, "2026-01-08T15:00:00Z"));
        assertThat(bottlenecks().bottlenecks()).extracting(TeamFinding::type).doesNotContain("declining_performance");
    }

    @Test
    void capacityIsEightHoursOfWhatTheRoleExpects() {
        world.put(
                qc(1, 1, 700, "2026-01-14T15:00:00Z"),
                picking(2, 2, 1000, "2026-01-13T15:00:00Z"),
                picking(3, 2, 800, "2026-01-15T15:00:00Z"), // today is not over
                picking(4, 3, 10, "2026-01-07T15:00:00Z"));
        TeamCapacity capacity = capacity();
        assertThat(capacity.workDays()).isEqualTo(2);
        assertThat(capacity.roles().get(1))
                .isEqualTo(new RoleCapacity(
                        2, "Packing and Shipping", 1, d("100"), d("800.00"), d("350.00"), d("43.8"), "under"));
        assertThat(capacity.roles().get(2))
                .isEqualTo(new RoleCapacity(3, "Picker", 1, d("120"), d("960.00"), d("500.00"), d("52.1"), "under"));
        assertThat(capacity.employees()).as("E3 did nothing for a week").isEqualTo(2);
        assertThat(capacity.dailyCapacity()).isEqualByComparingTo("1760");
        assertThat(capacity.utilization()).isEqualByComparingTo("48.3");
    }

    @Test
    void whatEachPartCosts() {
        assertThat(HealthScore.of(d("90.0"), d("0.70"), 0, d("70.0")).healthScore())
                .isEqualByComparingTo("100");
        assertThat(HealthScore.of(d("80.0"), d("0.60"), 1, d("60.0")))
                .isEqualTo(new HealthScore(d("85.0"), "excellent", "green", d("80.0"), d("0.60"), 1, d("60.0")));
        assertThat(HealthScore.of(d("79.9"), d("0.60"), 1, d("60.0")).status())
                .as("84.95 is shown as 85.0")
                .isEqualTo("excellent");
        assertThat(HealthScore.of(d("60.0"), d("0.69"), 2, null).healthScore()).isEqualByComparingTo("74.7");
        assertThat(HealthScore.of(d("60.0"), d("0.69"), 2, null).color()).isEqualTo("yellow");
        assertThat(HealthScore.of(d("0.0"), d("0.70"), 0, null).status()).isEqualTo("needs_attention");
        assertThat(HealthScore.of(d("0.0"), d("0.00"), 2, d("0.0")))
                .isEqualTo(new HealthScore(d("10.0"), "critical", "red", d("0.0"), d("0.00"), 2, d("0.0")));
    }

    private TeamBottlenecks bottlenecks() {
        return answer(new BottlenecksView(ScoreMode.LIVE));
    }

    private TeamCapacity capacity() {
        return answer(new CapacityView(ScoreMode.LIVE));
    }

    private HealthScore health() {
        return answer(new HealthView(ScoreMode.LIVE));
    }

    private <T> T answer(View<Everything, T> view) {
        return world.answer(view, Everything.QUERY, NOW).body();
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
