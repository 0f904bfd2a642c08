package hub.testkit;

import static hub.testkit.hub.Fields.rowOf;
import static hub.testkit.scenario.Activity.picking;
import static hub.testkit.scenario.Activity.qcPassed;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Fields;
import hub.testkit.hub.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The domain's hand-computed vectors of days that are over, of ranges and of pay, from rows in MySQL to bytes over HTTP. */
abstract class RangeVectorsContract extends HubContract {

    private static final LocalDate J = LocalDate.parse("2026-01-15");
    private static final String COST = "/api/dashboard/cost-analysis?date=" + J;
    private static final String RANGE = "/api/dashboard/analytics/date-range?start_date=2026-01-14&end_date=2026-01-16";
    private static final String STAFF = "/api/dashboard/employees";
    private static final String ALONE = "/api/dashboard/analytics/date-range?start_date=" + J + "&end_date=" + J;

    RangeVectorsContract() {
        super("ranges", ScoreMode.LIVE, Instant.parse("2026-01-16T18:00:00Z"));
    }

    @BeforeEach
    void fixture() {
        db.clear();
        db.roles();
        db.employees(1, 2, 3, 4);
        clock.set(Instant.parse("2026-01-16T18:00:00Z"));
    }

    /** 480 minutes clocked, 110 of them active, 300 items, 200 of them QC passed. */
    private void insertT17() {
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z");
        db.activity(qcPassed(200).by(1).from("2026-01-15T14:10:00Z"));
        db.activity(picking(100).by(1).from("2026-01-15T15:00:00Z"));
        db.score(1, J, 300, "250.00", false);
        db.execute("UPDATE daily_scores SET active_minutes = 110");
    }

    private void pay(String rate, String type) {
        db.execute("DELETE FROM employee_payrates");
        db.execute("INSERT INTO employee_payrates (employee_id, pay_rate, pay_type) VALUES (1, ?, ?)", rate, type);
    }

    @Test
    void t17CostOfAnHourlyWage() {
        insertT17();
        pay("20.00", "hourly");
        JsonNode cost = service.get(COST).json();
        new Fields(cost.at("/employee_costs/0"))
                .has("id", 1)
                .has("hourly_rate", 20.00)
                .has("pay_type", "hourly")
                .has("clocked_hours", 8.00)
                .has("active_hours", 1.83)
                .has("non_active_hours", 6.17)
                .has("total_cost", 160.00)
                .has("active_cost", 36.60)
                .has("non_active_cost", 123.40)
                .has("utilization_rate", 22.9)
                .has("status", "IDLE")
                .has("status_color", "#ef4444")
                .has("cost_per_item", 0.533)
                .has("cost_per_item_true", 0.533)
                .has("cost_per_item_active", 0.122)
                .has("efficiency", 1.9)
                .has("days_worked", 1)
                .has("items_processed", 300)
                .hasNo("avg_daily_cost")
                .hasNo("avg_daily_items")
                .hasNo("avg_daily_hours");
        new Fields(cost.at("/employee_costs/0/clock_times/0"))
                .has("clock_in", "08:00 AM")
                .has("clock_out", "04:00 PM")
                .has("minutes", 480);
        new Fields(cost)
                .has("qc_passed_items", 200)
                .has("avg_cost_per_item", 0.800)
                .has("total_labor_cost", 160.00)
                .has("active_employees", 1)
                .has("avg_hourly_rate", 20.00)
                .has("daily_avg_cost", 160.00);
        assertThat(cost.path("success").asBoolean()).isTrue();
        assertThat(cost.path("is_range").asBoolean()).isFalse();
        assertThat(texts(cost.path("top_performers"), "id")).containsExactly("1");
    }

    @Test
    void t17CostOfASalaryAndWithoutAPayRow() {
        insertT17();
        pay("5200.00", "salary");
        new Fields(service.get(COST).json().at("/employee_costs/0"))
                .has("hourly_rate", 25.00)
                .has("pay_type", "salary")
                .has("total_cost", 200.00);
        db.execute("DELETE FROM employee_payrates");
        new Fields(service.get(COST).json().at("/employee_costs/0"))
                .has("hourly_rate", 13.00)
                .has("total_cost", 104.00);
    }

    @Test
    void t10TheCostOfADayThatIsOverStaysWhoeverLeaves() {
        insertT17();
        JsonNode before = service.get(COST).json();
        assertThat(texts(service.get(ALONE).json().path("leaderboard"), "id")).containsExactly("1");
        db.execute("UPDATE employees SET is_active = 0 WHERE id = 1");
        assertThat(service.get(COST).json()).isEqualTo(before);
        assertThat(service.get(ALONE).json().path("leaderboard")).isEmpty();
        new Fields(service.get(ALONE).json().path("summary"))
                .has("total_items", 200)
                .has("total_employees", 1);
        db.execute("UPDATE employees SET is_active = 1 WHERE id = 1");
        assertThat(texts(service.get(ALONE).json().path("leaderboard"), "id")).containsExactly("1");
    }

    /** E1 was scored at the seal; E2's work came later. Then an item of that role became worth nothing, and an hour 99.00. */
    @Test
    void aDayThatIsOverIsWorthWhatItsSealSaysInEveryView() {
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z");
        db.activity(qcPassed(100).by(1).from("2026-01-15T15:00:00Z"));
        db.score(1, J, 100, "150.00", true);
        db.dayRate(J, "role", 2, "1.5000");
        db.dayRate(J, "employee", 1, "20.0000");
        db.activity(qcPassed(10).by(2).from("2026-01-15T15:00:00Z"));
        pay("99.00", "hourly");
        db.execute("UPDATE role_configs SET multiplier = 0 WHERE id = 2");

        rowOf(service.leaderboard(J), "id", 1).has("score", 150.00);
        rowOf(service.leaderboard(J), "id", 2).has("score", 15.00).has("streak", 1);
        rowOf(service.heatmap(J), "hour", "9:00").has("points", 165.0);
        JsonNode range = service.get(ALONE).json();
        new Fields(range.at("/leaderboard/1")).has("id", 2).has("total_points", 15.0);
        new Fields(service.get("/api/employee/2/streak").json()).has("current_streak", 1);
        new Fields(service.get("/api/employee/2/trends?days=2").json().at("/trend/0"))
                .has("date", "2026-01-15")
                .has("points", 15.00);
        new Fields(service.get(COST).json().at("/employee_costs/0"))
                .has("hourly_rate", 20.00)
                .has("total_cost", 160.00);

        // The role goes; what it was worth stays. Without a record, today's counts, and there is none.
        db.execute("DELETE FROM role_configs WHERE id = 2");
        rowOf(service.leaderboard(J), "id", 2).has("score", 15.00);
        rowOf(service.heatmap(J), "hour", "9:00").has("points", 165.0);
        db.execute("DELETE FROM hub_day_rates");
        rowOf(service.leaderboard(J), "id", 2).has("score", 0);
        rowOf(service.heatmap(J), "hour", "9:00").has("items", 0).has("points", 0);
        new Fields(service.get(COST).json().at("/employee_costs/0")).has("hourly_rate", 99.00);
    }

    @Test
    void t12OtherSourcesInARange() {
        db.activity(qcPassed(50).by(4).withSource("manual").from("2026-01-15T16:00:00Z"));
        JsonNode range = service.get(ALONE).json();
        new Fields(range.path("summary")).has("total_items", 0);
        new Fields(range.at("/leaderboard/0")).has("id", 4).has("total_items", 50);
        assertThat(range.path("department_summary")).isEmpty();
    }

    @Test
    void t16ActiveMinutesOfADayThatIsOverAreTheStoredOnes() {
        insertT17();
        rowOf(service.leaderboard(J), "id", 1).has("active_minutes", 110).has("total_minutes", 480);
        JsonNode trends = service.get("/api/employee/1/trends?days=2").json();
        assertThat(trends.path("has_data").asBoolean()).isTrue();
        new Fields(trends).has("days", 2);
        new Fields(trends.at("/trend/0"))
                .has("date", "2026-01-15")
                .has("items", 300)
                .has("points", 250.00)
                .has("efficiency", 0.23)
                .has("minutes", 110);
    }

    @Test
    void aRangeIsTheSumOfItsDays() {
        db.shift(1, "2026-01-14T14:00:00Z", "2026-01-14T18:00:00Z");
        db.activity(qcPassed(100).by(1).from("2026-01-14T15:00:00Z"));
        db.activity(qcPassed(50).by(1).from("2026-01-15T15:00:00Z"));
        db.activity(picking(30).by(2).from("2026-01-15T15:00:00Z"));
        JsonNode range = service.get(RANGE).json();
        new Fields(range.path("date_range"))
                .has("start", "2026-01-14")
                .has("end", "2026-01-16")
                .has("days", 3);
        new Fields(range.at("/leaderboard/0"))
                .has("id", 1)
                .has("department", "Packing")
                .has("days_worked", 2)
                .has("total_items", 150)
                .has("total_points", 150.0)
                .has("avg_daily_items", 75.0)
                .has("best_day", 100)
                .has("worst_day", 50)
                .has("consistency", 66.7);
        new Fields(range.at("/leaderboard/1"))
                .has("id", 2)
                .has("total_points", 15.0)
                .has("consistency", 100);
        new Fields(range.at("/department_summary/0"))
                .has("department", "Packing")
                .has("active_days", 2)
                .has("unique_employees", 1)
                .has("total_items", 150)
                .has("avg_items_per_activity", 75.0);
        new Fields(range.path("summary"))
                .has("total_employees", 2)
                .has("avg_employees_per_day", 1.0)
                .has("total_items", 150)
                .has("avg_items_per_day", 50)
                .has("avg_efficiency", 0)
                .has("total_clocked_hours", 4.0);
        new Fields(range).has("total_employees", 2);
    }

    @Test
    void rangesThatAreNone() {
        String path = "/api/dashboard/analytics/date-range";
        assertRefused(path, "Both start_date and end_date are required");
        assertRefused(path + "?start_date=2026-01-15", "Both start_date and end_date are required");
        assertRefused(path + "?start_date=2026-01-16&end_date=2026-01-15", "start_date must be before end_date");
        assertThat(dashboard
                        .get(path + "?start_date=2026-01-32&end_date=2026-02-01")
                        .status())
                .isEqualTo(400);
        assertThat(dashboard
                        .get(path + "?start_date=2026-01-01&end_date=2026-04-03")
                        .status())
                .as("93 days")
                .isEqualTo(400);
        assertThat(dashboard.get("/api/dashboard/cost-analysis?date=tomorrow").status())
                .isEqualTo(400);
    }

    /** The 31 days up to the end that was asked for, however long ago that is. */
    @Test
    void aShiftHistoryHasAnEndOrAStartOrBothOrNone() {
        String path = "/api/connecteam/employee/1/shift-history";
        JsonNode old = service.get(path + "?end_date=2025-11-30").json();
        assertThat(old.at("/date_range/start").asString("")).isEqualTo("2025-10-31");
        assertThat(old.at("/date_range/end").asString("")).isEqualTo("2025-11-30");
        JsonNode begun = service.get(path + "?start_date=" + J.minusDays(3)).json();
        assertThat(begun.at("/date_range/start").asString(""))
                .isEqualTo(J.minusDays(3).toString());
        JsonNode usual = service.get(path).json();
        assertThat(usual.at("/date_range/end")).isEqualTo(begun.at("/date_range/end"));
        assertThat(usual.at("/date_range/start").asString(""))
                .isEqualTo(LocalDate.parse(usual.at("/date_range/end").asString(""))
                        .minusDays(30)
                        .toString());
    }

    private void assertRefused(String path, String error) {
        Reply reply = dashboard.get(path);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asString("")).isEqualTo(error);
    }

    @Test
    void payratesAndStaff() {
        pay("5200.00", "salary");
        db.execute("UPDATE employees SET is_active = 0, archived_at = '2026-01-10 12:00:00' WHERE id = 4");
        db.execute(
                "INSERT INTO department_targets (department_name, target_rate_per_person) VALUES ('Picking', 20.00)");
        JsonNode payrates = service.get("/api/dashboard/employees/payrates").json();
        assertThat(texts(payrates, "id")).containsExactly("1", "2", "3");
        new Fields(payrates.get(0))
                .has("pay_rate", 5200.00)
                .has("pay_type", "salary")
                .has("hourly_equivalent", 25.00);
        new Fields(payrates.get(1))
                .has("pay_rate", 13.00)
                .has("pay_type", "hourly")
                .has("effective_date", null)
                .has("hourly_equivalent", null);
        db.execute("UPDATE employees SET name = 'e0' WHERE id = 2");
        db.execute("UPDATE employees SET name = 'É' WHERE id = 3");
        JsonNode staff = service.get("/api/dashboard/employees").json();
        assertThat(texts(staff.path("employees"), "name")).containsExactly("E1", "E4", "e0", "É");
        JsonNode archived = service.get("/api/dashboard/employees/archived").json();
        assertThat(archived.toString()).contains("\"id\":4").doesNotContain("\"id\":1");
        assertThat(service.get("/api/dashboard/departments/targets").body()).contains("Picking", "20");
    }

    /** E1 is known to both, E2 to Connecteam only; E3's address is not confirmed, and E4 is no person. */
    @Test
    void whoseLinksAreNotComplete() {
        db.execute("UPDATE employees SET connecteam_user_id = CONCAT('c', id) WHERE id < 3");
        db.execute("UPDATE employees SET name = 'Factory Printer' WHERE id = 4");
        db.execute("INSERT INTO employee_podfactory_mapping_v2 (employee_id, podfactory_email, podfactory_name,"
                + " similarity_score, confidence_level, is_verified, created_at) VALUES"
                + " (1, 'one@example.org', 'E1', 1, 'HIGH', 1, '2026-01-10 12:00:00'),"
                + " (3, 'three@example.org', 'E3', 0.7, 'MEDIUM', 0, '2026-01-10 12:00:00')");
        db.activity(picking(10).by(3).from("2026-01-15T15:00:00Z"));
        db.shift(2, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z");

        JsonNode needs = service.get(STAFF + "/needs-attention").json();
        assertThat(texts(needs.path("no_connecteam"), "id")).containsExactly("3", "4");
        assertThat(texts(needs.path("no_connecteam"), "recent_activity_count")).containsExactly("1", "0");
        assertThat(texts(needs.path("no_connecteam"), "category")).containsExactly("needs_linking", "system");
        assertThat(texts(needs.path("no_podfactory"), "id")).containsExactly("2");
        assertThat(texts(needs.path("no_podfactory"), "recent_clock_count")).containsExactly("1");
        assertThat(texts(needs.path("pending_verification"), "created_at"))
                .containsExactly("Sat, 10 Jan 2026 12:00:00 GMT");
        new Fields(needs.path("summary"))
                .has("no_connecteam_count", 2)
                .has("no_podfactory_count", 1)
                .has("pending_verification_count", 1)
                .has("total_attention_needed", 4);

        JsonNode pending = service.get(STAFF + "/pending-verification").json();
        new Fields(pending).has("pending_count", 1).has("unmapped_connecteam_count", 1);
        new Fields(pending.at("/pending/0"))
                .has("employee_id", 3)
                .has("employee_name", "E3")
                .has("podfactory_email", "three@example.org")
                .has("similarity_score", 0.7)
                .has("confidence_level", "MEDIUM")
                .has("created_at", "2026-01-10T12:00:00Z")
                .has("recent_activity_count", 1);

        JsonNode likely = service.get(STAFF + "/mapping-recommendations").json();
        new Fields(likely).has("unmapped_count", 1);
        assertThat(texts(likely.path("all_employees"), "name")).containsExactly("E1", "E2", "E3", "Factory Printer");
        JsonNode matches = likely.at("/recommendations/0/recommended_matches");
        assertThat(texts(matches, "employee_id")).containsExactly("3", "1", "2");
        assertThat(texts(matches, "similarity_score")).containsExactly("1.00", "0.50", "0.50");
    }

    private static List<String> texts(JsonNode rows, String field) {
        return rows.valueStream().map(row -> row.path(field).asString("null")).toList();
    }
}
