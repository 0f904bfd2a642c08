package hub.projections.attendance;

import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.attendance.ShiftHistory.HistoryDays;
import hub.projections.attendance.ShiftHistory.HistorySummary;
import hub.projections.attendance.ShiftHistory.PastShift;
import hub.projections.attendance.ShiftLog.LoggedShift;
import hub.projections.attendance.WorkingNow.AtWork;
import hub.projections.attendance.WorkingToday.ShiftToday;
import hub.projections.attendance.WorkingToday.TodaySummary;
import hub.projections.board.Horizon;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.staff.EmployeeQuery;
import hub.projections.view.Answer;
import hub.projections.view.DayNotHeld;
import hub.projections.view.DayQuery;
import hub.projections.view.Everything;
import hub.projections.view.NotFound;
import hub.projections.view.RangeQuery;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttendanceTest {

    private static final LocalDate J = LocalDate.parse("2026-01-15");
    private static final String NOW = "2026-01-15T20:31:59Z";

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    /** Vector T6. */
    @Test
    void t6TodayHasARowForEachShiftAndCountsPeople() {
        world.put(
                shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z"),
                shift(2, 1, "2026-01-15T18:30:00Z", null),
                shift(3, 2, "2026-01-15T06:00:00Z", "2026-01-15T05:59:00Z"),
                shift(4, 3, "2026-01-15T05:59:59Z", null),
                new Row.Employee(2, "E2", false, 0L));

        WorkingToday today = today(NOW).body();
        assertThat(today.date()).isEqualTo(J);
        assertThat(today.summary()).isEqualTo(new TodaySummary(2, 1, 2));
        assertThat(today.employees())
                .containsExactly(
                        row(1, "E1", "2026-01-15T18:30:00Z", null, "121.0", true, "Working"),
                        row(1, "E1", "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z", "240.0", false, "Completed"));
        world.put(new Row.Employee(2, "E2", true, 0L));
        assertThat(today(NOW).body().summary()).isEqualTo(new TodaySummary(2, 1, 2));
        assertThat(today(NOW).body().employees())
                .endsWith(row(2, "E2", "2026-01-15T06:00:00Z", "2026-01-15T05:59:00Z", "0.0", false, "Completed"));
        assertThat(today(NOW).until()).isEqualTo("2026-01-15T20:32:00Z");
        assertThat(today("2026-01-16T06:00:00Z").body().employees()).isEmpty();
    }

    @Test
    void aForgottenShiftIsNeitherRunningNorCompleted() {
        world.put(shift(1, 1, "2026-01-15T06:00:00Z", null));
        assertThat(today("2026-01-15T21:59:59Z").body().summary()).isEqualTo(new TodaySummary(1, 1, 0));
        WorkingToday later = today("2026-01-15T22:00:00Z").body();
        assertThat(later.summary()).isEqualTo(new TodaySummary(1, 0, 0));
        assertThat(later.employees()).extracting(ShiftToday::status).containsExactly("Forgotten");
        assertThat(now("2026-01-15T22:00:00Z").employees()).isEmpty();
        assertThatThrownBy(() -> minutes(1, "2026-01-15T22:00:00Z"))
                .isInstanceOf(NotFound.class)
                .hasMessage("Employee not currently clocked in");

        Answer<WorkingToday> stored =
                world.answer(new WorkingTodayView(ScoreMode.STORED), Everything.QUERY, "2026-01-15T22:00:00Z");
        assertThat(stored.body().summary()).isEqualTo(new TodaySummary(1, 1, 0));
        assertThat(stored.body().employees().getFirst().totalMinutes()).isEqualByComparingTo("0");
    }

    @Test
    void whoCameYesterdayEveningIsAtWorkAndNobodyTwice() {
        world.put(
                shift(1, 1, "2026-01-15T04:00:00Z", null),
                shift(2, 2, "2026-01-15T14:00:00Z", null),
                shift(3, 2, "2026-01-15T14:04:00Z", null),
                shift(4, 3, "2026-01-15T14:00:00Z", "2026-01-15T15:00:00Z"),
                shift(5, 99, "2026-01-15T14:00:00Z", null));

        WorkingNow working = now("2026-01-15T14:19:30Z");
        assertThat(working.timestamp()).isEqualTo("2026-01-15T14:19:30Z");
        assertThat(working.count()).isEqualTo(2);
        assertThat(working.employees())
                .containsExactly(
                        new AtWork(2, "E2", null, "Worker", "2026-01-15T14:04:00Z", decimal("15.0"), decimal("0.3")),
                        new AtWork(1, "E1", null, "Worker", "2026-01-15T04:00:00Z", decimal("619.0"), decimal("10.3")));
        assertThat(minutes(1, "2026-01-15T14:19:30Z"))
                .isEqualTo(new LiveMinutes(true, 1, decimal("619.0"), decimal("10.3"), "2026-01-15T14:19:30Z"));
        assertThatThrownBy(() -> minutes(3, "2026-01-15T14:19:30Z")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> minutes(99, "2026-01-15T14:19:30Z")).isInstanceOf(NotFound.class);

        LiveMinutes own = minutes(2, "2026-01-15T14:19:30Z");
        world.put(new Row.Employee(2, "E2", false, 0L));
        assertThat(now("2026-01-15T14:19:30Z").employees())
                .as("a list of persons shows active ones")
                .extracting(AtWork::employeeId)
                .containsExactly(1L);
        assertThat(now("2026-01-15T14:19:30Z").count()).isEqualTo(1);
        assertThat(minutes(2, "2026-01-15T14:19:30Z")).as("a person's own").isEqualTo(own);
    }

    /** On the 23-hour day. */
    @Test
    void aLogHasTheShiftsOfACentralDay() {
        world.put(
                new Row.Employee(1, "E1", true, 0L, null, "c-1", null),
                shift(1, 1, "2026-03-08T05:59:59Z", "2026-03-08T14:00:00Z"),
                shift(2, 1, "2026-03-08T06:00:00Z", null),
                new Row.Clock(
                        3, 2, Instant.parse("2026-03-09T04:59:59Z"), Instant.parse("2026-03-09T12:00:00Z"), null, 30L),
                shift(4, 2, "2026-03-09T05:00:00Z", null));

        Answer<ShiftLog> log = world.answer(
                new ShiftLogView(ScoreMode.LIVE), new DayQuery(LocalDate.parse("2026-03-08")), "2026-03-09T13:00:00Z");
        assertThat(log.body().shiftCount()).isEqualTo(2);
        assertThat(log.body().shifts())
                .containsExactly(
                        new LoggedShift(
                                2,
                                null,
                                "E2",
                                null,
                                "Worker",
                                "2026-03-09T04:59:59Z",
                                "2026-03-09T12:00:00Z",
                                decimal("420.0"),
                                false,
                                List.of(),
                                30),
                        new LoggedShift(
                                1,
                                "c-1",
                                "E1",
                                null,
                                "Worker",
                                "2026-03-08T06:00:00Z",
                                null,
                                decimal("960.0"),
                                false,
                                List.of(),
                                0));
        assertThat(log.until()).isEqualTo(Instant.MAX);
    }

    /** A shift of yesterday evening that runs on keeps the log of yesterday ticking across midnight. */
    @Test
    void theLogOfYesterdayTicksWhileAShiftRuns() {
        world.put(shift(1, 1, "2026-01-15T20:00:30Z", null));
        assertThat(world.answer(new ShiftLogView(ScoreMode.LIVE), new DayQuery(J), "2026-01-16T05:59:50Z")
                        .until())
                .isEqualTo("2026-01-16T06:00:30Z");
    }

    @Test
    void aHistoryAddsUpEveryShift() {
        world.put(
                shift(1, 1, "2026-01-13T14:00:00Z", "2026-01-13T21:35:00Z"),
                shift(2, 1, "2026-01-15T18:30:00Z", null),
                shift(3, 1, "2026-01-12T14:00:00Z", "2026-01-12T21:35:00Z"),
                shift(4, 2, "2026-01-13T14:00:00Z", "2026-01-13T21:35:00Z"));

        assertThat(history(1))
                .isEqualTo(new ShiftHistory(
                        true,
                        1,
                        "E1",
                        new HistoryDays(J.minusDays(2), J),
                        new HistorySummary(2, decimal("576.0"), decimal("9.6"), decimal("4.8")),
                        List.of(
                                new PastShift(
                                        J.minusDays(2),
                                        "2026-01-13T14:00:00Z",
                                        "2026-01-13T21:35:00Z",
                                        decimal("455.0"),
                                        decimal("7.6")),
                                new PastShift(J, "2026-01-15T18:30:00Z", null, decimal("121.0"), decimal("2.0")))));
        assertThat(history(3).summary())
                .isEqualTo(new HistorySummary(0, decimal("0.0"), decimal("0.0"), decimal("0.0")));
        assertThatThrownBy(() -> history(99)).isInstanceOf(NotFound.class);
    }

    /** The nightly rewrite of the clock rows. */
    @Test
    void aNewRowOfTheSameShiftChangesNothing() {
        world.put(shift(1, 1, "2026-01-15T14:00:00Z", null));
        WorkingToday before = today(NOW).body();
        world.delete(Table.CLOCK_TIMES, 1).put(shift(77, 1, "2026-01-15T14:00:00Z", null));
        assertThat(today(NOW).body()).isEqualTo(before);
    }

    @Test
    void daysThatAreNotHeldAreNoEmptyDays() {
        try (World young = new World(new Horizon(J, J))) {
            assertThatThrownBy(() -> young.answer(new ShiftLogView(ScoreMode.LIVE), new DayQuery(J.minusDays(1)), NOW))
                    .isInstanceOf(DayNotHeld.class);
        }
    }

    private static ShiftToday row(
            long id, String name, String in, @Nullable String out, String minutes, boolean active, String status) {
        return new ShiftToday(id, name, null, "Worker", in, out, decimal(minutes), active, status);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private Answer<WorkingToday> today(String now) {
        return world.answer(new WorkingTodayView(ScoreMode.LIVE), Everything.QUERY, now);
    }

    private WorkingNow now(String now) {
        return world.answer(new WorkingNowView(ScoreMode.LIVE), Everything.QUERY, now)
                .body();
    }

    private LiveMinutes minutes(long id, String now) {
        return world.answer(new LiveMinutesView(ScoreMode.LIVE), new EmployeeQuery(id), now)
                .body();
    }

    private ShiftHistory history(long id) {
        return world.answer(
                        new ShiftHistoryView(ScoreMode.LIVE),
                        new HistoryQuery(id, new RangeQuery(J.minusDays(2), J)),
                        NOW)
                .body();
    }
}
