package hub.projections.feed;

import static hub.projections.Given.employee;
import static hub.projections.Given.picking;
import static hub.projections.Given.qc;
import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.feed.ActivityLog.LoggedActivity;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final String NOW = "2026-01-15T21:00:00Z";

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void t6AClockOutAddsAnEvent() {
        world.put(shift(2, 1, "2026-01-15T18:30:00Z", null));
        assertThat(recent(NOW, 10))
                .containsExactly(new FeedEvent(
                        "clock_in", "E1 clocked in at 12:30 PM", "Thu, 15 Jan 2026 18:30:00 GMT", "E1", "12:30 PM"));

        world.put(shift(2, 1, "2026-01-15T18:30:00Z", "2026-01-15T20:45:00Z"));
        assertThat(recent(NOW, 10))
                .extracting(FeedEvent::description)
                .containsExactly("E1 clocked out at 02:45 PM", "E1 clocked in at 12:30 PM");
        assertThat(recent(NOW, 1)).extracting(FeedEvent::type).containsExactly("clock_out");

        world.put(shift(2, 1, "2026-01-15T18:30:00Z", null));
        assertThat(recent(NOW, 10)).extracting(FeedEvent::type).containsExactly("clock_in");
    }

    @Test
    void aClockOutBelongsToTheDayOnWhichItHappens() {
        world.put(shift(1, 1, "2026-01-13T14:00:00Z", "2026-01-15T06:00:00Z"));
        assertThat(recent(NOW, 10)).extracting(FeedEvent::description).containsExactly("E1 clocked out at 12:00 AM");
        assertThat(recent("2026-01-15T05:59:59Z", 10)).isEmpty();
        assertThat(recent("2026-01-13T20:00:00Z", 10))
                .extracting(FeedEvent::type)
                .containsExactly("clock_in");
    }

    @Test
    void tiesShowClockOutsFirstThenTheLowerEmployee() {
        world.put(
                shift(9, 1, "2026-01-15T15:00:00Z", null),
                shift(8, 2, "2026-01-15T14:00:00Z", "2026-01-15T15:00:00Z"),
                shift(7, 3, "2026-01-15T15:00:00Z", null));
        assertThat(recent(NOW, 3))
                .extracting(FeedEvent::description)
                .containsExactly(
                        "E2 clocked out at 09:00 AM", "E1 clocked in at 09:00 AM", "E3 clocked in at 09:00 AM");
    }

    /** The nightly rewrite gives every row a new id, and nothing that a reader of the feed sees changes. */
    @Test
    void theFeedKnowsShiftsByEmployeeAndClockIn() {
        world.put(shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T15:00:00Z"));
        List<FeedEvent> before = recent(NOW, 10);
        world.delete(Table.CLOCK_TIMES, 1).put(shift(77, 1, "2026-01-15T14:00:00Z", "2026-01-15T15:00:00Z"));
        assertThat(recent(NOW, 10)).isEqualTo(before);
    }

    @Test
    void t10TheFeedAndTheClockLogKeepTheDeactivatedButNotTheDeleted() {
        world.put(shift(1, 1, "2026-01-15T14:00:00Z", null), new Row.Employee(1, "E1", false, 0L));
        assertThat(recent(NOW, 10)).hasSize(1);
        assertThat(clockTimes(NOW)).hasSize(1);
        world.delete(Table.EMPLOYEES, 1);
        assertThat(recent(NOW, 10)).isEmpty();
        assertThat(clockTimes(NOW)).isEmpty();
        world.put(employee(1));
        assertThat(recent(NOW, 10)).hasSize(1);
    }

    @Test
    void clockTimesShowEachShiftTheLatestFirst() {
        world.put(
                shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z"),
                shift(2, 1, "2026-01-15T18:30:00Z", null),
                qc(1, 1, 40, "2026-01-15T18:40:00Z"));

        List<ClockTimeRow> rows = clockTimes(NOW);
        assertThat(rows).extracting(ClockTimeRow::id).containsExactly(2L, 1L);
        ClockTimeRow open = rows.getFirst();
        assertThat(open.clockIn()).isEqualTo("Thu, 15 Jan 2026 18:30:00 GMT");
        assertThat(open.clockOut()).isNull();
        assertThat(open.isClockedIn()).isEqualTo(1);
        assertThat(open.totalMinutes()).isEqualByComparingTo("150");
        assertThat(open.itemsProcessed()).isEqualTo(40);
        assertThat(rows.getLast().clockOut()).isEqualTo("Thu, 15 Jan 2026 18:00:00 GMT");
        assertThat(rows.getLast().totalMinutes()).isEqualByComparingTo("240");
        assertThat(rows.getLast().isClockedIn()).isZero();
        assertThat(clockTimes("2026-01-16T06:00:00Z")).isEmpty();
    }

    @Test
    void aShiftThatEndsBeforeItBeganHasNoMinutes() {
        world.put(shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T13:00:00Z"));
        assertThat(clockTimes(NOW).getFirst().totalMinutes()).isEqualByComparingTo("0");
    }

    @Test
    void activitiesAreOnePersonsWindowsOfToday() {
        world.put(
                picking(1, 1, 10, "2026-01-15T15:00:00Z"),
                qc(2, 1, 20, "2026-01-15T16:00:00Z"),
                qc(3, 2, 30, "2026-01-15T17:00:00Z"),
                qc(4, 1, 40, "2026-01-14T17:00:00Z"));
        assertThat(activities(Optional.of(1L), 10))
                .containsExactly(
                        new ActivityRow("QC Passed", "20 items - QC Passed", "Thu, 15 Jan 2026 16:00:00 GMT"),
                        new ActivityRow("Picking", "10 items - Picking", "Thu, 15 Jan 2026 15:00:00 GMT"));
        assertThat(activities(Optional.of(1L), 1)).hasSize(1);
        assertThat(activities(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void aLogHasEverybodysWindowsOfACentralDay() {
        world.put(
                picking(1, 2, 10, "2026-01-15T15:00:00Z"),
                qc(2, 1, 20, "2026-01-15T15:00:00Z"),
                new Row.Activity(3, 1, 77L, null, null, Instant.parse("2026-01-15T06:00:00Z"), null, null, "manual"),
                qc(4, 1, 40, "2026-01-15T05:59:59Z"),
                qc(5, 99, 50, "2026-01-15T16:00:00Z"),
                new Row.Employee(1, "E1", false, 0L));

        assertThat(log(10))
                .isEqualTo(new ActivityLog(
                        LocalDate.parse("2026-01-15"),
                        3,
                        List.of(
                                new LoggedActivity(
                                        3, null, "E1", null, 0, "2026-01-15T06:00:00Z", "2026-01-15T06:00:00Z"),
                                new LoggedActivity(
                                        2,
                                        null,
                                        "E1",
                                        "Packing and Shipping",
                                        20,
                                        "2026-01-15T15:00:00Z",
                                        "2026-01-15T15:10:00Z"),
                                new LoggedActivity(
                                        1, null, "E2", "Picker", 10, "2026-01-15T15:00:00Z", "2026-01-15T15:10:00Z"))));
        assertThat(log(1).totalActivities()).isEqualTo(3);
        assertThat(log(1).activities()).extracting(LoggedActivity::id).containsExactly(3L);
    }

    private ActivityLog log(int limit) {
        return world.answer(new ActivityLogView(), new ActivityLogQuery(LocalDate.parse("2026-01-15"), limit), NOW)
                .body();
    }

    private List<FeedEvent> recent(String now, int limit) {
        return world.answer(new RecentView(), new RecentQuery(limit), now).body();
    }

    private List<ClockTimeRow> clockTimes(String now) {
        return world.answer(new ClockTimesView(ScoreMode.LIVE), Everything.QUERY, now)
                .body();
    }

    private List<ActivityRow> activities(Optional<Long> employee, int limit) {
        return world.answer(new ActivitiesView(), new ActivitiesQuery(employee, limit), NOW)
                .body();
    }
}
