package hub.projections.summary;

import static hub.projections.Given.picking;
import static hub.projections.Given.qc;
import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.departments.DepartmentsQuery;
import hub.projections.departments.DepartmentsView;
import hub.projections.heatmap.HeatmapView;
import hub.projections.highlights.AchievementsView;
import hub.projections.highlights.AlertsView;
import hub.projections.highlights.StreakLeadersView;
import hub.projections.leaderboard.LeaderboardView;
import hub.projections.team.TeamMetricsView;
import hub.projections.view.Answer;
import hub.projections.view.DayQuery;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SummaryViewTest {

    private static final ScoreMode MODE = ScoreMode.LIVE;
    private static final int GOAL = 3000;
    /** Still the 15th in Chicago. */
    private static final String NOW = "2026-01-16T03:30:10Z";

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    private Answer<Summary> at(String now) {
        return world.answer(new SummaryView(MODE, GOAL), Everything.QUERY, now);
    }

    @Test
    void eachPartIsWhatItsOwnRouteAnswers() {
        world.put(
                qc(1, 1, 150, "2026-01-15T15:00:00Z"),
                picking(2, 2, 30, "2026-01-15T16:00:00Z"),
                qc(3, 1, 40, "2026-01-14T15:00:00Z"),
                shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T17:45:00Z"),
                shift(2, 2, "2026-01-15T14:00:00Z", "2026-01-15T17:45:00Z"));
        Summary summary = at(NOW).body();

        assertThat(summary.date()).isEqualTo("2026-01-15");
        assertThat(summary.leaderboard()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(summary.leaderboard())
                .isEqualTo(world.answer(new LeaderboardView(MODE), new DayQuery(TODAY), NOW)
                        .body());
        assertThat(summary.departments())
                .isNotEmpty()
                .isEqualTo(world.answer(new DepartmentsView(MODE), new DepartmentsQuery(TODAY), NOW)
                        .body());
        assertThat(summary.teamMetrics())
                .isEqualTo(world.answer(new TeamMetricsView(MODE, GOAL), Everything.QUERY, NOW)
                        .body());
        assertThat(summary.hourlyHeatmap())
                .isNotEmpty()
                .isEqualTo(world.answer(new HeatmapView(), new DayQuery(TODAY), NOW)
                        .body());
        assertThat(summary.streakLeaders())
                .isNotEmpty()
                .isEqualTo(world.answer(new StreakLeadersView(MODE), Everything.QUERY, NOW)
                        .body());
        assertThat(summary.achievements())
                .isEqualTo(world.answer(new AchievementsView(MODE), Everything.QUERY, NOW)
                        .body());
        assertThat(summary.alerts())
                .isEqualTo(world.answer(new AlertsView(MODE), Everything.QUERY, NOW)
                        .body());
    }

    @Test
    void itStandsUntilTheFirstOfItsPartsTicks() {
        assertThat(at(NOW).until())
                .as("the hour that is compared with yesterday's ends")
                .isEqualTo(Instant.parse("2026-01-16T04:00:00Z"));
        world.put(shift(1, 1, "2026-01-16T03:00:00Z", null), picking(1, 1, 5, "2026-01-16T03:05:00Z"));
        assertThat(at(NOW).until()).isEqualTo(Instant.parse("2026-01-16T03:31:00Z"));
    }

    @Test
    void theDayTurnsAtMidnightInChicagoWithNoEvent() {
        assertThat(at("2026-01-16T05:59:59Z").body().date()).isEqualTo("2026-01-15");
        assertThat(at("2026-01-16T06:00:00Z").body().date()).isEqualTo("2026-01-16");
    }
}
