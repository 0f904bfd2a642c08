package hub.projections.team;

import static hub.projections.Given.activity;
import static hub.projections.Given.picking;
import static hub.projections.Given.qc;
import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.view.Answer;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamMetricsViewTest {

    private static final String NOW = "2026-01-15T23:30:00Z";

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void t14TodayAgainstYesterday() {
        world.put(
                qc(1, 1, 150, "2026-01-15T15:00:00Z"),
                qc(2, 1, 90, "2026-01-14T15:00:00Z"),
                qc(3, 1, 30, "2026-01-14T16:00:00Z"),
                shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T17:45:00Z"),
                shift(2, 2, "2026-01-15T14:00:00Z", "2026-01-15T17:45:00Z"));

        TeamMetrics team = at(NOW).body();
        assertThat(team.vsYesterday()).isEqualTo(new BigDecimal("25.0"));
        assertThat(team.totalHoursWorked()).isEqualTo(new BigDecimal("7.5"));
        assertThat(team.averageItemsPerHour()).isEqualTo(new BigDecimal("20.0"));
        assertThat(team.totalEmployees()).isEqualTo(2);
        assertThat(team.totalEmployeesToday()).isEqualTo(2);
        assertThat(team.activeEmployees()).isZero();
        assertThat(team.itemsFinished()).isEqualTo(150);
        assertThat(team.pointsToday()).isEqualTo(new BigDecimal("150.0"));
        assertThat(team.dailyGoal()).isEqualTo(3000);
        assertThat(team.topDepartment()).isEqualTo("Packing");
        assertThat(team.topDepartmentPoints()).isEqualTo(new BigDecimal("150.0"));

        world.delete(Table.ACTIVITY_LOGS, 3);
        assertThat(at(NOW).body().vsYesterday()).isEqualTo(new BigDecimal("66.7"));
        world.delete(Table.ACTIVITY_LOGS, 2);
        assertThat(at(NOW).body().vsYesterday()).isEqualTo(new BigDecimal("100.0"));
        world.delete(Table.ACTIVITY_LOGS, 1);
        assertThat(at(NOW).body().vsYesterday()).isEqualTo(new BigDecimal("0.0"));
        assertThat(at(NOW).body().topDepartment()).isEqualTo("None");
    }

    @Test
    void aMorningIsComparedWithYesterdaysMorning() {
        world.put(
                qc(1, 1, 60, "2026-01-15T15:00:00Z"),
                qc(2, 1, 40, "2026-01-14T15:30:00Z"),
                qc(3, 1, 10, "2026-01-14T15:30:01Z"),
                qc(4, 1, 70, "2026-01-14T22:00:00Z"),
                qc(5, 1, 99, "2026-01-14T05:59:59Z"),
                picking(6, 1, 99, "2026-01-14T15:00:00Z"),
                activity(7, 1, 2, "QC Passed", 99, "2026-01-14T15:00:00Z", 600, "Packing", "manual"));

        assertThat(sameTime("2026-01-15T15:29:59Z")).isEqualTo(new BigDecimal("100.0"));
        assertThat(at("2026-01-15T15:29:59Z").until()).isEqualTo(Instant.parse("2026-01-15T15:30:00Z"));
        assertThat(sameTime("2026-01-15T15:30:00Z")).isEqualTo(new BigDecimal("50.0"));
        assertThat(at("2026-01-15T15:30:00Z").until()).isEqualTo(Instant.parse("2026-01-15T15:30:01Z"));
        assertThat(sameTime("2026-01-15T15:30:01Z")).isEqualTo(new BigDecimal("20.0"));
        assertThat(at("2026-01-15T15:30:01Z").until()).isEqualTo(Instant.parse("2026-01-15T16:00:00Z"));
        assertThat(sameTime("2026-01-15T22:00:00Z")).isEqualTo(new BigDecimal("-50.0"));
        assertThat(at("2026-01-15T15:30:01Z").body().vsYesterday()).isEqualTo(new BigDecimal("-50.0"));
    }

    /** Yesterday's clock was an hour behind or ahead of today's, in UTC. */
    @Test
    void theTimeOfDayIsThatOfTheClock() {
        world.put(
                qc(1, 1, 10, "2026-03-08T14:00:00Z"),
                qc(2, 1, 10, "2026-03-07T15:00:00Z"),
                qc(3, 1, 10, "2026-11-02T15:00:00Z"),
                qc(4, 1, 10, "2026-11-01T06:45:00Z"),
                qc(5, 1, 10, "2026-11-01T07:45:00Z"));

        assertThat(sameTime("2026-03-08T14:00:00Z")).isEqualTo(new BigDecimal("0.0"));
        assertThat(sameTime("2026-03-08T13:59:59Z")).isEqualTo(new BigDecimal("100.0"));
        assertThat(sameTime("2026-11-02T07:44:59Z")).as("1:44").isEqualTo(new BigDecimal("100.0"));
        assertThat(sameTime("2026-11-02T07:45:00Z"))
                .as("1:45, which came twice")
                .isEqualTo(new BigDecimal("-50.0"));
    }

    @Test
    void t6AnOpenShiftCountsAndTicks() {
        world.put(
                shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z"), shift(2, 1, "2026-01-15T18:30:00Z", null));

        Answer<TeamMetrics> answer = at("2026-01-15T20:30:00Z");
        assertThat(answer.body().activeEmployees()).isEqualTo(1);
        assertThat(answer.body().totalEmployees()).isEqualTo(1);
        assertThat(answer.body().totalHoursWorked()).isEqualTo(new BigDecimal("6.0"));
        assertThat(answer.until()).isEqualTo(Instant.parse("2026-01-15T20:31:00Z"));
    }

    @Test
    void t10And12OnlyPodfactoryCountsAndTheDeactivatedStay() {
        world.put(
                qc(1, 1, 200, "2026-01-15T15:00:00Z"),
                activity(2, 4, 2, "QC Passed", 50, "2026-01-15T16:00:00Z", 600, "Packing", "manual"),
                new Row.Employee(1, "E1", false, 0L));
        assertThat(at(NOW).body().itemsToday()).isEqualTo(200);
        assertThat(at(NOW).body().pointsToday()).isEqualTo(new BigDecimal("200.0"));
    }

    /** Vector T13's hours, summed over departments of different people. */
    @Test
    void efficiencyIsItemsAgainstWhatAllHoursLetExpect() {
        world.put(
                shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T16:00:00Z"),
                picking(1, 1, 120, "2026-01-15T14:00:00Z"),
                picking(2, 2, 60, "2026-01-15T14:00:00Z"));
        assertThat(at(NOW).body().overallEfficiency()).isEqualTo(new BigDecimal("37.5"));

        // Packing: one without a clock, 8 h × 100 expected; together 260 of 480 + 800.
        world.put(qc(3, 3, 80, "2026-01-15T15:00:00Z"));
        assertThat(at(NOW).body().overallEfficiency()).isEqualTo(new BigDecimal("20.3"));
    }

    @Test
    void anEmptyDayHasNoEfficiencyAndNoDivision() {
        TeamMetrics team = at(NOW).body();
        assertThat(team.overallEfficiency()).isEqualTo(new BigDecimal("0.0"));
        assertThat(team.averageItemsPerHour()).isEqualTo(new BigDecimal("0.0"));
        assertThat(at(NOW).until()).isEqualTo(Instant.parse("2026-01-16T00:00:00Z"));
    }

    private BigDecimal sameTime(String now) {
        return at(now).body().vsYesterdaySameTime();
    }

    private Answer<TeamMetrics> at(String now) {
        return world.answer(new TeamMetricsView(ScoreMode.LIVE, 3000), Everything.QUERY, now);
    }
}
