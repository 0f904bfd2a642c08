package hub.testkit;

import static hub.testkit.hub.Fields.onlyRow;
import static hub.testkit.hub.Fields.rowOf;
import static hub.testkit.scenario.Activity.picking;
import static hub.testkit.scenario.Activity.qcPassed;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Fields;
import hub.testkit.hub.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The domain's hand-computed vectors, from rows in MySQL to bytes over HTTP. */
abstract class VectorsContract extends HubContract {

    private static final LocalDate J = LocalDate.parse("2026-01-15");
    private static final Instant NOON_AFTER_J = Instant.parse("2026-01-16T18:00:00Z");

    VectorsContract() {
        super("vectors", ScoreMode.LIVE, NOON_AFTER_J);
    }

    @BeforeEach
    void fixture() {
        db.clear();
        db.roles();
        db.employees(1, 2, 3, 4);
        clock.set(NOON_AFTER_J);
    }

    @Test
    void t1LeaderboardRow() {
        insertT1();
        Reply reply = service.leaderboard(J);

        onlyRow(reply)
                .has("id", 1)
                .has("name", "E1")
                .has("items_today", 300)
                .has("score", 250.00)
                // The vector's 0 is the stored streak; derived, the day itself counts.
                .has("streak", 1)
                .has("total_minutes", 480)
                .has("time_worked", "8:00")
                .has("items_per_minute", 0.6)
                .has("items_per_hour", 37.5)
                .has("progress", 75.0)
                .has("primary_department", "Packing and Shipping")
                .has("department", "Packing and Shipping")
                .has("department_icon", "📦")
                .has("activity_breakdown", "🎯 Picking: 100 - 📦 Shipping: 200")
                .has("activity_display", "🎯 Picking: 100 - 📦 Shipping: 200")
                .has("badge", "🔥 Top Performer!")
                .has("is_clocked_in", 0)
                .has("clock_status", "🔴")
                .has("status_text", "Off")
                .has("rank", 1);
    }

    @Test
    void t2TiesGoToItemsThenToTheLowerId() {
        db.activity(qcPassed(100).by(2));
        db.activity(picking(200).by(3));
        Reply reply = service.leaderboard(J);

        assertThat(ids(reply)).containsExactly(3L, 2L);
        rowOf(reply, "id", 3)
                .has("rank", 1)
                .has("score", 100.00)
                .has("progress", 50.0)
                .has("badge", "⭐ Star Player")
                .has("total_minutes", null)
                .has("is_clocked_in", null)
                .has("time_worked", "0:00");
        rowOf(reply, "id", 2)
                .has("rank", 2)
                .has("score", 100.00)
                .has("progress", 25.0)
                .has("badge", "⭐ Star Player")
                .has("total_minutes", null)
                .has("time_worked", "0:00");

        db.activity(picking(200).by(1));
        assertThat(ids(service.leaderboard(J))).containsExactly(1L, 3L, 2L);
    }

    @Test
    void t3SpringDayHas23Hours() {
        clock.set(Instant.parse("2026-03-10T18:00:00Z"));
        db.activity(qcPassed(1).from("2026-03-08T05:59:59Z"));
        db.activity(qcPassed(2).from("2026-03-08T06:00:00Z"));
        db.activity(qcPassed(4).from("2026-03-09T04:59:59Z"));
        db.activity(qcPassed(8).from("2026-03-09T05:00:00Z"));

        assertItems("2026-03-07", 1);
        assertItems("2026-03-08", 6);
        assertItems("2026-03-09", 8);
    }

    @Test
    void t4AutumnDayHas25Hours() {
        clock.set(Instant.parse("2026-11-03T18:00:00Z"));
        db.activity(qcPassed(1).from("2026-11-01T04:59:59Z"));
        db.activity(qcPassed(2).from("2026-11-01T05:00:00Z"));
        db.activity(qcPassed(4).from("2026-11-02T05:59:59Z"));
        db.activity(qcPassed(8).from("2026-11-02T06:00:00Z"));

        assertItems("2026-10-31", 1);
        assertItems("2026-11-01", 6);
        assertItems("2026-11-02", 8);
    }

    @Test
    void t6OpenShiftRunsToNow() {
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z");
        long open = db.shift(1, "2026-01-15T18:30:00Z", null);
        clock.set(Instant.parse("2026-01-15T20:30:00Z"));
        onlyRow(service.leaderboard(J))
                .has("total_minutes", 360)
                .has("time_worked", "6:00")
                .has("is_clocked_in", 1);

        clock.set(Instant.parse("2026-01-15T20:31:30Z"));
        onlyRow(service.leaderboard(J)).has("total_minutes", 361);

        db.execute("UPDATE clock_times SET clock_out = '2026-01-15 20:45:00' WHERE id = ?", open);
        onlyRow(service.leaderboard(J)).has("total_minutes", 375).has("status_text", "Off");
    }

    @Test
    void t7MoveBetweenEmployees() {
        long activity = db.activity(picking(100).by(1));
        onlyRow(service.leaderboard(J)).has("id", 1).has("items_today", 100).has("score", 50.00);
        rowOf(service.departments(J), "department_name", "Picking")
                .has("total_items", 100)
                .has("employee_count", 1);

        db.execute("UPDATE activity_logs SET employee_id = 2 WHERE id = ?", activity);

        onlyRow(service.leaderboard(J)).has("id", 2).has("items_today", 100).has("score", 50.00);
        rowOf(service.departments(J), "department_name", "Picking")
                .has("total_items", 100)
                .has("employee_count", 1);
        rowOf(service.heatmap(J), "hour", "9:00").has("employees", 1).has("items", 100);
    }

    @Test
    void t8MoveOfDayAndRole() {
        long activity = db.activity(picking(100).by(2));
        db.execute("UPDATE activity_logs SET window_start = '2026-01-16 15:00:00', role_id = 2 WHERE id = ?", activity);

        assertThat(service.leaderboard(J).json()).isEmpty();
        rowOf(service.departments(J), "department_name", "Picking")
                .has("total_items", 0)
                .has("employee_count", 0)
                .has("efficiency", 0.0)
                .has("vs_target", -100.0);
        LocalDate next = J.plusDays(1);
        onlyRow(service.leaderboard(next)).has("id", 2).has("items_today", 100).has("score", 100.00);
        rowOf(service.heatmap(next), "hour", "9:00").has("items", 100).has("points", 100);
    }

    @Test
    void t9ResyncRedeliveryAndDelete() {
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z");
        long activity = db.activity(picking(100).by(1));
        db.execute("UPDATE activity_logs SET items_count = 120 WHERE id = ?", activity);
        onlyRow(service.leaderboard(J)).has("items_today", 120).has("score", 60.00);

        restartHub();
        onlyRow(service.leaderboard(J)).has("items_today", 120).has("score", 60.00);

        db.execute("DELETE FROM activity_logs WHERE id = ?", activity);
        onlyRow(service.leaderboard(J))
                .has("items_today", 0)
                .has("score", 0)
                .has("activity_breakdown", null)
                .has("activity_display", "No activities")
                .has("department", "No Activity")
                .has("department_icon", "💤");
    }

    @Test
    void t10DeactivatedPeopleLeaveTheListAndTheirWorkStays() {
        insertT1();
        Reply before = service.leaderboard(J);
        Reply departmentsBefore = service.departments(J);
        Reply heatmapBefore = service.heatmap(J);

        db.execute("UPDATE employees SET is_active = 0 WHERE id = 1");
        assertThat(service.leaderboard(J).json()).isEmpty();
        assertThat(service.departments(J).body()).isEqualTo(departmentsBefore.body());
        assertThat(service.heatmap(J).body()).isEqualTo(heatmapBefore.body());
        rowOf(departmentsBefore, "department_name", "Packing").has("total_items", 200);

        db.execute("UPDATE employees SET is_active = 1 WHERE id = 1");
        assertThat(service.leaderboard(J).body()).isEqualTo(before.body());
    }

    @Test
    void t12OtherSourcesCountForThePersonOnly() {
        db.activity(qcPassed(50).by(4).withSource("manual").from("2026-01-15T16:00:00Z"));

        onlyRow(service.leaderboard(J))
                .has("id", 4)
                .has("items_today", 50)
                .has("score", 50.00)
                .has("department", "Packing and Shipping")
                .has("activity_breakdown", null)
                .has("activity_display", "No activities");
        rowOf(service.heatmap(J), "hour", "10:00")
                .has("employees", 0)
                .has("items", 0)
                .has("points", 0)
                .has("intensity", 0);
        assertThat(service.departments(J).json())
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.path("total_items").asInt()).isZero());
    }

    @Test
    void t13HoursOfUnclockedPeopleAreImputed() {
        db.activity(picking(120).by(1));
        db.activity(picking(60).by(2));
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T16:00:00Z");
        rowOf(service.departments(J), "department_name", "Picking")
                .has("name", "Picking")
                .has("employee_count", 2)
                .has("clocked_employees", 1)
                .has("total_items", 180)
                .has("total_hours", 2.0)
                .has("efficiency", 37.5)
                .has("vs_target", -62.5)
                .has("target_rate", 2.0)
                .has("avg_rate", 0.75)
                .has("avg_items_per_minute", 0.75);

        db.execute("DELETE FROM clock_times");
        rowOf(service.departments(J), "department_name", "Picking")
                .has("clocked_employees", 0)
                .has("efficiency", 9.4)
                .has("vs_target", -90.6)
                .has("avg_rate", 0.19);
    }

    @Test
    void t16ActiveMinutesOfADayThatIsStillOpen() {
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z");
        db.activity(picking(20).by(1).between(at("14:30"), at("14:40")));
        db.activity(qcPassed(10).by(1).between(at("15:30"), at("15:40")));
        db.activity(qcPassed(10).by(1).between(at("21:00"), at("21:30")));
        clock.set(at("23:30"));

        onlyRow(service.leaderboard(J)).has("active_minutes", 110).has("total_minutes", 480);
        new Fields(service.get("/api/employee/1/stats").json())
                .has("active_minutes", 110)
                .has("efficiency", 0.23);
    }

    @Test
    void t24TheOrderOfArrivalDoesNotMatter() {
        clock.set(at("23:30"));
        db.shift(9, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z");
        db.activity(picking(100).by(9).withRole(9L).from("2026-01-15T15:00:00Z"));
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z");
        db.activity(qcPassed(20).by(1).from("2026-01-15T14:10:00Z"));
        restartHub();
        assertThat(ids(service.leaderboard(J))).containsExactly(1L);
        db.employee(9, "E9");
        db.role(9, "Inspector", "batch", "1.50", 60, 5);
        rowOf(service.leaderboard(J), "id", 9)
                .has("name", "E9")
                .has("items_today", 100)
                .has("score", 150.00)
                .has("department", "Inspector");
        Map<String, String> streamed = bodies();

        restartHub();
        assertThat(bodies()).isEqualTo(streamed);
        startFromAnEmptyStore();
        assertThat(bodies()).isEqualTo(streamed);
    }

    private void insertT1() {
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z");
        db.activity(qcPassed(200).by(1).from("2026-01-15T14:10:00Z"));
        db.activity(picking(100).by(1).from("2026-01-15T15:00:00Z"));
    }

    private void assertItems(String day, int items) {
        LocalDate date = LocalDate.parse(day);
        onlyRow(service.leaderboard(date)).has("items_today", items);
        rowOf(service.departments(date), "department_name", "Packing").has("total_items", items);
    }

    private static Instant at(String time) {
        return Instant.parse(J + "T" + time + ":00Z");
    }

    /** Without the instant that one of them tells. */
    private Map<String, String> bodies() {
        Map<String, String> bodies = new LinkedHashMap<>();
        for (String view : List.of(
                "leaderboard",
                "leaderboard/live",
                "departments/stats",
                "analytics/hourly-heatmap",
                "analytics/team-metrics",
                "analytics/streak-leaders",
                "alerts/active",
                "analytics/date-range?start_date=" + J + "&end_date=" + J,
                "cost-analysis")) {
            Reply reply = service.get("/api/dashboard/" + view);
            assertThat(reply.status()).as("%s", reply).isEqualTo(200);
            bodies.put(view, reply.body().replaceAll("\"generated_at\":\"[^\"]*\"", ""));
        }
        return bodies;
    }

    private static List<Long> ids(Reply reply) {
        return reply.json().valueStream().map(row -> row.path("id").asLong()).toList();
    }
}
