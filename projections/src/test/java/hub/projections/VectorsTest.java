package hub.projections;

import static hub.projections.Given.activity;
import static hub.projections.Given.employee;
import static hub.projections.Given.picking;
import static hub.projections.Given.qc;
import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.departments.DepartmentRow;
import hub.projections.departments.DepartmentsQuery;
import hub.projections.departments.DepartmentsView;
import hub.projections.heatmap.HeatmapRow;
import hub.projections.heatmap.HeatmapView;
import hub.projections.leaderboard.LeaderboardRow;
import hub.projections.leaderboard.LeaderboardView;
import hub.projections.view.Answer;
import hub.projections.view.DayQuery;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The domain's worked examples, against the pure views. */
class VectorsTest {

    private static final String J = "2026-01-15";
    private static final String EVENING = "2026-01-15T23:30:00Z";

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void t1LeaderboardRow() {
        world.put(shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z"))
                .put(qc(1, 1, 200, "2026-01-15T14:10:00Z"), picking(2, 1, 100, "2026-01-15T15:00:00Z"));

        LeaderboardRow row = leaderboard(J).getFirst();

        assertThat(row.itemsToday()).isEqualTo(300);
        assertThat(row.score()).isEqualTo(new BigDecimal("250.00"));
        assertThat(row.totalMinutes()).isEqualByComparingTo("480");
        assertThat(row.timeWorked()).isEqualTo("8:00");
        assertThat(row.itemsPerMinute()).isEqualTo(new BigDecimal("0.6"));
        assertThat(row.itemsPerHour()).isEqualTo(new BigDecimal("37.5"));
        assertThat(row.progress()).isEqualTo(new BigDecimal("75.0"));
        assertThat(row.department()).isEqualTo("Packing and Shipping");
        assertThat(row.departmentIcon()).isEqualTo("📦");
        assertThat(row.activityBreakdown()).isEqualTo("🎯 Picking: 100 - 📦 Shipping: 200");
        assertThat(row.badge()).isEqualTo("🔥 Top Performer!");
        assertThat(row.isClockedIn()).isZero();
        assertThat(row.statusText()).isEqualTo("Off");
        assertThat(row.rank()).isEqualTo(1);
    }

    @Test
    void t2TieGoesToMoreItemsThenToTheLowerId() {
        world.put(qc(1, 2, 100, "2026-01-15T15:00:00Z"), picking(2, 3, 200, "2026-01-15T15:00:00Z"));

        assertThat(leaderboard(J)).extracting(LeaderboardRow::id).containsExactly(3L, 2L);
        assertThat(leaderboard(J)).extracting(LeaderboardRow::rank).containsExactly(1, 2);
        assertThat(leaderboard(J)).extracting(LeaderboardRow::badge).containsOnly("⭐ Star Player");
        assertThat(leaderboard(J)).extracting(LeaderboardRow::totalMinutes).containsOnlyNulls();
        assertThat(leaderboard(J))
                .extracting(LeaderboardRow::progress)
                .containsExactly(new BigDecimal("50.0"), new BigDecimal("25.0"));

        world.put(qc(1, 2, 100, "2026-01-15T15:00:00Z"), qc(2, 3, 100, "2026-01-15T15:00:00Z"));
        assertThat(leaderboard(J)).extracting(LeaderboardRow::id).containsExactly(2L, 3L);
    }

    @Test
    void t3SpringDayHasTwentyThreeHours() {
        world.put(
                qc(1, 1, 1, "2026-03-08T05:59:59Z"),
                qc(2, 1, 2, "2026-03-08T06:00:00Z"),
                qc(3, 1, 4, "2026-03-09T04:59:59Z"),
                qc(4, 1, 8, "2026-03-09T05:00:00Z"));

        assertThat(items("2026-03-07")).isEqualTo(1);
        assertThat(items("2026-03-08")).isEqualTo(6);
        assertThat(items("2026-03-09")).isEqualTo(8);
    }

    @Test
    void t4AutumnDayHasTwentyFiveHours() {
        world.put(
                qc(1, 1, 1, "2026-11-01T04:59:59Z"),
                qc(2, 1, 2, "2026-11-01T05:00:00Z"),
                qc(3, 1, 4, "2026-11-02T05:59:59Z"),
                qc(4, 1, 8, "2026-11-02T06:00:00Z"));

        assertThat(items("2026-10-31")).isEqualTo(1);
        assertThat(items("2026-11-01")).isEqualTo(6);
        assertThat(items("2026-11-02")).isEqualTo(8);
    }

    @Test
    void t6OpenShiftRunsWithTheClock() {
        world.put(
                shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z"), shift(2, 1, "2026-01-15T18:30:00Z", null));

        LeaderboardRow at2030 = leaderboardAt(J, "2026-01-15T20:30:00Z").getFirst();
        assertThat(at2030.totalMinutes()).isEqualByComparingTo("360");
        assertThat(at2030.timeWorked()).isEqualTo("6:00");
        assertThat(at2030.isClockedIn()).isEqualTo(1);
        assertThat(leaderboardAt(J, "2026-01-15T20:31:59Z").getFirst().totalMinutes())
                .isEqualByComparingTo("361");

        world.put(shift(2, 1, "2026-01-15T18:30:00Z", "2026-01-15T20:45:00Z"));
        assertThat(leaderboard(J).getFirst().totalMinutes()).isEqualByComparingTo("375");
        assertThat(leaderboard(J).getFirst().statusText()).isEqualTo("Off");
    }

    @Test
    void forgottenShiftStopsAfterSixteenHours() {
        world.put(shift(1, 1, "2026-01-15T14:00:00Z", null));

        LeaderboardRow nextDay = leaderboardAt(J, "2026-01-17T00:00:00Z").getFirst();
        assertThat(nextDay.totalMinutes()).isEqualByComparingTo("960");
        assertThat(nextDay.openStale()).isTrue();
        assertThat(nextDay.isClockedIn()).isZero();
    }

    @Test
    void whatCannotBeRightIsFlagged() {
        world.put(picking(10, 1, 100, "2026-01-15T15:00:00Z"), picking(11, 2, 50, "2026-01-15T15:00:00Z"));
        world.put(
                shift(1, 2, "2026-01-15T14:00:00Z", "2026-01-15T13:59:59Z"),
                shift(2, 3, "2026-01-15T14:00:00Z", "2026-01-15T14:00:00Z"));

        assertThat(leaderboard(J))
                .extracting(
                        LeaderboardRow::id,
                        LeaderboardRow::noClock,
                        LeaderboardRow::negativeShift,
                        row -> String.valueOf(row.totalMinutes()))
                .containsExactly(
                        tuple(1L, true, false, "null"), tuple(2L, false, true, "0"), tuple(3L, false, false, "0"));
    }

    @Test
    void t7MoveBetweenEmployees() {
        world.put(picking(10, 1, 100, "2026-01-15T15:00:00Z"));
        world.put(picking(10, 2, 100, "2026-01-15T15:00:00Z"));

        assertThat(leaderboard(J)).extracting(LeaderboardRow::id).containsExactly(2L);
        assertThat(leaderboard(J).getFirst().score()).isEqualTo(new BigDecimal("50.00"));
        assertThat(department("Picking").totalItems()).isEqualTo(100);
        assertThat(department("Picking").employeeCount()).isEqualTo(1);
        assertThat(heatmap(J).get(3))
                .extracting(HeatmapRow::hour, HeatmapRow::employees)
                .containsExactly("9:00", 1);
    }

    @Test
    void t8MoveOfDayAndRole() {
        world.put(picking(10, 2, 100, "2026-01-15T15:00:00Z"));
        world.put(activity(10, 2, 2, "Picking", 100, "2026-01-16T15:00:00Z", 600, "Picking", "podfactory"));

        assertThat(leaderboard(J)).isEmpty();
        DepartmentRow filler = department("Picking");
        assertThat(filler.totalItems()).isZero();
        assertThat(filler.employeeCount()).isZero();
        assertThat(filler.efficiency()).isEqualTo(new BigDecimal("0.0"));
        assertThat(filler.vsTarget()).isEqualTo(new BigDecimal("-100.0"));
        assertThat(leaderboardAt("2026-01-16", "2026-01-16T20:00:00Z")
                        .getFirst()
                        .score())
                .isEqualTo(new BigDecimal("100.00"));
        assertThat(heatmap("2026-01-16").get(3).items()).isEqualTo(100);
    }

    @Test
    void t9UpsertAndDelete() {
        world.put(shift(1, 1, "2026-01-15T14:00:00Z", null));
        world.put(picking(10, 1, 100, "2026-01-15T15:00:00Z"));
        world.put(picking(10, 1, 120, "2026-01-15T15:00:00Z"));
        assertThat(leaderboard(J).getFirst().score()).isEqualTo(new BigDecimal("60.00"));

        world.delete(Table.ACTIVITY_LOGS, 10);
        LeaderboardRow row = leaderboard(J).getFirst();
        assertThat(row.itemsToday()).isZero();
        assertThat(row.score()).isEqualTo(new BigDecimal("0.00"));
        assertThat(row.activityBreakdown()).isNull();
        assertThat(row.activityDisplay()).isEqualTo("No activities");
    }

    @Test
    void t10DeactivationHidesThePersonAndKeepsTheWork() {
        world.put(qc(1, 1, 200, "2026-01-15T14:10:00Z"));
        List<LeaderboardRow> before = leaderboard(J);

        world.put(new Row.Employee(1, "E1", false, 0L));
        assertThat(leaderboard(J)).isEmpty();
        assertThat(department("Packing").totalItems()).isEqualTo(200);

        world.put(employee(1));
        assertThat(leaderboard(J)).isEqualTo(before);
    }

    @Test
    void t12OtherSourceCountsForThePersonOnly() {
        world.put(activity(1, 4, 2, "QC Passed", 50, "2026-01-15T16:00:00Z", 600, "Packing", "manual"));

        LeaderboardRow row = leaderboard(J).getFirst();
        assertThat(row.itemsToday()).isEqualTo(50);
        assertThat(row.score()).isEqualTo(new BigDecimal("50.00"));
        assertThat(row.department()).isEqualTo("Packing and Shipping");
        assertThat(row.activityBreakdown()).isNull();
        assertThat(heatmap(J)).extracting(HeatmapRow::items).containsOnly(0L);
        assertThat(departments()).extracting(DepartmentRow::totalItems).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void t13HoursOfTheUnclockedAreImputed() {
        world.put(shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T16:00:00Z"))
                .put(picking(1, 1, 120, "2026-01-15T14:00:00Z"), picking(2, 2, 60, "2026-01-15T14:00:00Z"));

        DepartmentRow picking = department("Picking");
        assertThat(picking.employeeCount()).isEqualTo(2);
        assertThat(picking.clockedEmployees()).isEqualTo(1);
        assertThat(picking.efficiency()).isEqualTo(new BigDecimal("37.5"));
        assertThat(picking.vsTarget()).isEqualTo(new BigDecimal("-62.5"));
        assertThat(picking.targetRate()).isEqualTo(new BigDecimal("2.00"));
        assertThat(picking.avgRate()).isEqualTo(new BigDecimal("0.75"));

        world.delete(Table.CLOCK_TIMES, 1);
        assertThat(department("Picking").efficiency()).isEqualTo(new BigDecimal("9.4"));
        assertThat(department("Picking").avgRate()).isEqualTo(new BigDecimal("0.19"));
    }

    @Test
    void t16ActiveMinutesOfTheOpenDay() {
        world.put(shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z"))
                .put(
                        picking(1, 1, 20, "2026-01-15T14:30:00Z"),
                        qc(2, 1, 10, "2026-01-15T15:30:00Z"),
                        activity(3, 1, 2, "QC Passed", 10, "2026-01-15T21:00:00Z", 1800, "Packing", "podfactory"));

        assertThat(leaderboard(J).getFirst().activeMinutes()).isEqualTo(110);
    }

    @Test
    void t18StreakIsAPureFunctionOfTheDays() {
        world.put(
                qc(1, 1, 1, "2026-01-12T15:00:00Z"),
                qc(2, 1, 1, "2026-01-13T15:00:00Z"),
                qc(3, 1, 1, "2026-01-14T15:00:00Z"),
                shift(1, 1, "2026-01-15T14:00:00Z", null),
                shift(2, 1, "2026-01-16T14:00:00Z", null));
        assertThat(leaderboard(J).getFirst().streak()).isEqualTo(3);

        world.put(qc(4, 1, 1, "2026-01-15T15:00:00Z"));
        assertThat(leaderboard(J).getFirst().streak()).isEqualTo(4);
        assertThat(leaderboardAt("2026-01-16", "2026-01-17T05:59:59Z")
                        .getFirst()
                        .streak())
                .isEqualTo(4);
        assertThat(leaderboardAt("2026-01-16", "2026-01-17T06:00:00Z")
                        .getFirst()
                        .streak())
                .isZero();

        world.delete(Table.ACTIVITY_LOGS, 2);
        assertThat(leaderboard(J).getFirst().streak()).isEqualTo(2);
    }

    @Test
    void t24FactsMayArriveBeforeTheirDimensions() {
        world.put(activity(1, 9, 9, "Sorting", 10, "2026-01-15T15:00:00Z", 600, "Sorting", "podfactory"));
        assertThat(leaderboard(J)).isEmpty();

        world.put(employee(9)).put(Given.role(9, "Sorter", false, "3.00", "60", 5));
        assertThat(leaderboard(J).getFirst().score()).isEqualTo(new BigDecimal("30.00"));
        assertThat(leaderboard(J).getFirst().department()).isEqualTo("Sorter");
        assertThat(leaderboard(J).getFirst().activityBreakdown()).isEqualTo("Sorting: 10");
    }

    @Test
    void aFinalScoreIsTheRecordOnceTheDayHasEnded() {
        world.put(qc(1, 1, 200, "2026-01-15T14:10:00Z"))
                .put(new Row.Score(1, 1, LocalDate.parse(J), 190L, new BigDecimal("190.00"), 77L, true));

        assertThat(leaderboard(J).getFirst().itemsToday()).isEqualTo(200);
        LeaderboardRow afterMidnight = leaderboardAt(J, "2026-01-16T06:00:00Z").getFirst();
        assertThat(afterMidnight.itemsToday()).isEqualTo(190);
        assertThat(afterMidnight.score()).isEqualTo(new BigDecimal("190.00"));
        assertThat(afterMidnight.activeMinutes()).isEqualTo(77);
    }

    @Test
    void storedModeSaysWhatTheTablesSay() {
        world.put(qc(1, 1, 200, "2026-01-15T14:10:00Z"))
                .put(new Row.Clock(1, 1, Instant.parse("2026-01-15T14:00:00Z"), null, new BigDecimal("125"), null))
                .put(new Row.Score(1, 1, LocalDate.parse(J), 190L, new BigDecimal("185.50"), 77L, false));

        LeaderboardRow row =
                world.view(new LeaderboardView(ScoreMode.STORED), J, EVENING).getFirst();
        assertThat(row.itemsToday()).isEqualTo(190);
        assertThat(row.score()).isEqualTo(new BigDecimal("185.50"));
        assertThat(row.totalMinutes()).isEqualByComparingTo("125");
        assertThat(row.streak()).isZero();
        assertThat(row.isClockedIn()).isEqualTo(1);
    }

    @Test
    void inStoredModeAnOpenShiftBecomesStaleByTheClockAlone() {
        world.put(shift(1, 1, "2026-01-15T15:00:00Z", null));
        LeaderboardView stored = new LeaderboardView(ScoreMode.STORED);
        DayQuery day = new DayQuery(LocalDate.parse(J));

        Answer<List<LeaderboardRow>> before = world.answer(stored, day, "2026-01-16T06:59:59Z");
        assertThat(before.body().getFirst().openStale()).isFalse();
        assertThat(before.until()).isEqualTo(Instant.parse("2026-01-16T07:00:00Z"));
        Answer<List<LeaderboardRow>> after = world.answer(stored, day, "2026-01-16T07:00:00Z");
        assertThat(after.body().getFirst().openStale()).isTrue();
        assertThat(after.until()).isEqualTo(Instant.MAX);
    }

    private List<LeaderboardRow> leaderboard(String date) {
        return leaderboardAt(date, EVENING);
    }

    private List<LeaderboardRow> leaderboardAt(String date, String now) {
        return world.view(new LeaderboardView(ScoreMode.LIVE), date, now);
    }

    private long items(String date) {
        return leaderboardAt(date, "2026-12-31T00:00:00Z").getFirst().itemsToday();
    }

    private List<DepartmentRow> departments() {
        return world.answer(new DepartmentsView(ScoreMode.LIVE), new DepartmentsQuery(LocalDate.parse(J)), EVENING)
                .body();
    }

    private DepartmentRow department(String name) {
        return departments().stream()
                .filter(row -> name.equals(row.departmentName()))
                .findFirst()
                .orElseThrow();
    }

    private List<HeatmapRow> heatmap(String date) {
        return world.view(new HeatmapView(), date, EVENING);
    }
}
