package hub.testkit;

import static hub.testkit.scenario.Activity.picking;
import static hub.testkit.scenario.Activity.qcPassed;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Hand-computed vectors of the team, its roles, what it was awarded and what was flagged, from rows in MySQL to bytes over HTTP. */
abstract class TeamVectorsContract extends HubContract {

    private static final Instant AFTERNOON = Instant.parse("2026-01-15T20:30:00Z");
    private static final LocalDate FIRST = LocalDate.parse("2026-01-02");

    TeamVectorsContract() {
        super("team", ScoreMode.LIVE, AFTERNOON);
    }

    @BeforeEach
    void fixture() {
        db.clear();
        db.roles();
        db.employees(1, 2, 3, 4);
        clock.set(AFTERNOON);
    }

    /**
     * E1 picks 100 items in ten minutes, an hour after coming, and may pause for 52.5 minutes then. Of the hour 45 minutes are
     * idle; of the pause, which the break between the shifts does not belong to, 237.5 so far.
     */
    private void insertT6() {
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z");
        db.shift(1, "2026-01-15T18:30:00Z", null);
        db.activity(picking(100).between(Instant.parse("2026-01-15T15:00:00Z"), Instant.parse("2026-01-15T15:10:00Z")));
    }

    @Test
    void t6AnOpenShiftMakesTheTeamIdlerByTheClockAlone() {
        insertT6();
        object("/api/team-metrics/overview")
                .has("role_id", null)
                .has("total_employees", 4)
                .has("present_today", 1)
                .has("attendance_rate", 25.0)
                .has("average_tenure_days", null)
                .has("items_today", 100)
                .has("points_today", 50.00)
                .has("active_minutes_today", 77)
                .has("efficiency_today", 0.21)
                .has("average_daily_points", 50.00);
        JsonNode before = service.get("/api/team-metrics/bottlenecks").json();
        assertThat(texts(before.path("bottlenecks"), "type"))
                .containsExactly("low_team_efficiency", "attendance_issues");
        new Fields(before).has("start_date", "2026-01-09").has("high_count", 1);
        object("/api/team-metrics/health-score").has("health_score", 47.8).has("utilization", null);

        clock.set(Instant.parse("2026-01-15T20:50:00Z"));
        JsonNode after = service.get("/api/team-metrics/bottlenecks").json();
        assertThat(texts(after.path("bottlenecks"), "type"))
                .containsExactly("high_idle_rate", "low_team_efficiency", "attendance_issues");
        assertThat(texts(after.path("bottlenecks"), "value")).containsExactly("1", "0.20", "75.0");
        new Fields(after.at("/idle_employees/0"))
                .has("employee_id", 1)
                .has("name", "E1")
                .has("idle_periods", 2)
                .has("idle_minutes", 302.5);
        object("/api/team-metrics/health-score")
                .has("health_score", 42.5)
                .has("status", "critical")
                .has("color", "red")
                .has("attendance_rate", 25.0)
                .has("efficiency", 0.20)
                .has("high_bottlenecks", 2);
    }

    @Test
    void t10WhoIsDeactivatedIsNeitherAbsentNorIdleAndTheWorkStays() {
        insertT6();
        clock.set(Instant.parse("2026-01-15T20:50:00Z"));
        db.execute("UPDATE employees SET is_active = 0 WHERE id = 1");
        object("/api/team-metrics/overview")
                .has("total_employees", 3)
                .has("present_today", 0)
                .has("items_today", 100);
        assertThat(service.get("/api/team-metrics/bottlenecks").json().path("idle_employees"))
                .isEmpty();
        object("/api/team-metrics/health-score").has("health_score", 35.0).has("high_bottlenecks", 1);
        object("/api/trends/team").has("total_items", 100);
        object("/api/trends/employee/1").has("total_items", 100);
        db.execute("UPDATE employees SET is_active = 1 WHERE id = 1");
        object("/api/team-metrics/health-score").has("health_score", 42.5);
    }

    /** 100 points on each of seven days, then 106 on each of seven. */
    @Test
    void t7HowDaysDevelopAndWhatAMoveChanges() {
        for (int day = 0; day < 14; day++) {
            db.activity(qcPassed(day < 7 ? 100 : 106).from(FIRST.plusDays(day) + "T15:00:00Z"));
        }
        for (String path :
                List.of("/api/trends/employee/1", "/api/trends/team", "/api/team-metrics/trends?role_id=2")) {
            JsonNode trend = service.get(path).json();
            new Fields(trend)
                    .has("days", 30)
                    .has("data_points", 14)
                    .has("trend_direction", "improving")
                    .has("change_percent", 6.0)
                    .has("consistency", 0.97)
                    .has("total_items", 1442)
                    .has("total_points", 1442.00)
                    .has("average_points", 103.00);
            new Fields(trend.at("/daily/0")).has("date", "2026-01-02").has("seven_day_average", 100.00);
            new Fields(trend.at("/daily/13"))
                    .has("points", 106.00)
                    .has("seven_day_average", 106.00)
                    .has("fourteen_day_average", 103.00);
        }
        JsonNode weeks = service.get("/api/trends/team").json().path("weeks");
        assertThat(texts(weeks, "week")).containsExactly("2026-W01", "2026-W02", "2026-W03");
        assertThat(texts(weeks, "days")).containsExactly("3", "7", "4");
        assertThat(texts(weeks, "points")).containsExactly("300.00", "718.00", "424.00");
        object("/api/team-metrics/trends?role_id=3").has("data_points", 0).has("consistency", null);
        assertThat(dashboard.get("/api/trends/employee/77").status()).isEqualTo(404);
        assertThat(dashboard.get("/api/trends/team?days=91").status()).isEqualTo(400);

        db.execute("UPDATE activity_logs SET employee_id = 2 WHERE window_start >= '2026-01-15'");
        object("/api/trends/employee/1")
                .has("data_points", 13)
                .has("trend_direction", "insufficient_data")
                .has("change_percent", null);
        object("/api/trends/employee/2").has("data_points", 1).has("consistency", 1.00);
        object("/api/trends/team").has("data_points", 14).has("total_points", 1442.00);
    }

    @Test
    void t3AndT8ARolesPeopleAndTheHoursOfAChicagoClock() {
        db.activity(picking(100).by(1).from("2026-01-14T15:00:00Z"));
        long moved = db.activity(qcPassed(40).by(1).from("2026-01-15T15:00:00Z"));
        db.activity(picking(60).by(2).from("2026-01-15T05:59:00Z")); // 23:59 of the 14th
        JsonNode roles = service.get("/api/team-metrics/comparison").json().path("roles");
        assertThat(texts(roles, "role_id")).containsExactly("3", "1", "2", "4", "5");
        new Fields(roles.get(0))
                .has("role_name", "Picker")
                .has("employees", 2)
                .has("score_days", 3)
                .has("items", 200)
                .has("points", 120.00)
                .has("average_points", 40.00)
                .has("rank", 1)
                .has("efficiency_rank", 3);
        JsonNode hours = service.get("/api/team-metrics/shift-analysis").json().path("shifts");
        assertThat(texts(hours, "shift")).containsExactly("morning", "afternoon", "night");
        assertThat(texts(hours, "items")).containsExactly("140", "0", "60");
        assertThat(texts(hours, "points")).containsExactly("90.00", "0.00", "30.00");
        assertThat(texts(hours, "items_share")).containsExactly("70.0", "0.0", "30.0");

        db.execute(
                "UPDATE activity_logs SET role_id = 2, items_count = 400, window_start = '2026-01-15 20:00:00'"
                        + " WHERE id = ?",
                moved);
        roles = service.get("/api/team-metrics/comparison").json().path("roles");
        assertThat(texts(roles, "role_id")).containsExactly("2", "3", "1", "4", "5");
        new Fields(roles.get(0)).has("employees", 1).has("points", 450.00).has("average_points", 225.00);
        hours = service.get("/api/team-metrics/shift-analysis").json().path("shifts");
        assertThat(texts(hours, "items")).containsExactly("100", "400", "60");
    }

    @Test
    void t9CapacityFollowsTheRowsOfDaysThatAreOver() {
        long row = db.activity(picking(700).by(1).from("2026-01-14T15:00:00Z"));
        db.activity(picking(100).by(1).from("2026-01-15T15:00:00Z")); // not over
        new Fields(capacityOf(3))
                .has("employees", 1)
                .has("expected_per_hour", 120)
                .has("daily_capacity", 960.00)
                .has("average_daily_items", 700.00)
                .has("utilization", 72.9)
                .has("status", "normal");
        new Fields(capacityOf(2))
                .has("employees", 0)
                .has("daily_capacity", 0.00)
                .has("status", "unknown");
        object("/api/team-metrics/capacity")
                .has("start_date", "2026-01-08")
                .has("end_date", "2026-01-14")
                .has("work_days", 1)
                .has("utilization", 72.9);

        db.execute("UPDATE activity_logs SET items_count = 900 WHERE id = ?", row);
        new Fields(capacityOf(3)).has("utilization", 93.8).has("status", "over");
        db.execute("DELETE FROM activity_logs WHERE id = ?", row);
        new Fields(capacityOf(3)).has("utilization", null).has("status", "unknown");
        clock.set(Instant.parse("2026-01-16T06:00:01Z"));
        new Fields(capacityOf(3)).has("utilization", 10.4).has("status", "under");
    }

    private JsonNode capacityOf(int role) {
        return service.get("/api/team-metrics/capacity").json().path("roles").get(role - 1);
    }

    @Test
    void whatPeopleWereAwardedAndWhatTheySetOutFor() {
        db.execute("UPDATE employees SET achievement_points = 500, role_id = 3 WHERE id = 1");
        db.execute(
                "INSERT INTO achievements (employee_id, achievement_key, achievement_name, points_awarded, earned_date)"
                        + " VALUES (1, 'streak_3', 'Streak', 20, '2026-01-08'), (1, 'streak_3', 'Streak', 20, '2026-01-07'),"
                        + " (2, 'early_bird', 'Early', NULL, '2026-01-15')");
        new Fields(service.get("/api/gamification/leaderboard").json())
                .has("period", "weekly")
                .has("start_date", "2026-01-08")
                .has("end_date", "2026-01-15");
        JsonNode weekly = service.get("/api/gamification/leaderboard").json().path("leaderboard");
        assertThat(texts(weekly, "employee_id")).containsExactly("1", "2", "3", "4");
        new Fields(weekly.get(0))
                .has("rank", 1)
                .has("role", "Picker")
                .has("period_points", 20)
                .has("total_points", 500)
                .has("achievements_earned", 2)
                .has("badge_level", "silver");
        new Fields(service.get("/api/gamification/leaderboard?period=all")
                        .json()
                        .at("/leaderboard/0"))
                .has("period_points", 40);
        assertThat(dashboard.get("/api/gamification/leaderboard?period=yearly").status())
                .isEqualTo(400);
        JsonNode own = service.get("/api/gamification/achievements/1").json();
        new Fields(own)
                .has("total_achievements", 2)
                .has("total_points", 500)
                .has("available_achievements", 12)
                .has("completion_percentage", 8.3)
                .has("badge_level", "silver");
        assertThat(texts(own.path("recent_achievements"), "earned_date")).containsExactly("2026-01-08");
        assertThat(texts(own.path("all_achievements"), "earned_date")).containsExactly("2026-01-08", "2026-01-07");
        clock.set(Instant.parse("2026-01-16T06:00:01Z"));
        assertThat(service.get("/api/gamification/achievements/1").json().path("recent_achievements"))
                .isEmpty();

        db.execute("INSERT INTO team_challenges (id, role_id, challenge_name, target_value, current_value, end_date)"
                + " VALUES (1, 3, 'A', 200, 25, '2026-01-16'), (2, NULL, 'B', 0, 5, '2026-01-15')");
        db.execute("INSERT INTO challenge_participants (challenge_id, employee_id) VALUES (1, 1), (1, 1), (1, 2)");
        JsonNode challenges = service.get("/api/gamification/challenges/active").json();
        assertThat(texts(challenges, "id")).containsExactly("1");
        new Fields(challenges.get(0))
                .has("role", "Picker")
                .has("progress", 12.5)
                .has("days_remaining", 1)
                .has("participants", 2);
        clock.set(Instant.parse("2026-01-17T06:00:01Z"));
        assertThat(service.get("/api/gamification/challenges/active").json()).isEmpty();
    }

    @Test
    void flagsUntilSomebodyReviewsThem() {
        db.execute("INSERT INTO activity_flags (id, activity_log_id, flag_type, flag_reason, created_at) VALUES"
                + " (1, 10, 'suspicious', 'fast', '2026-01-15 05:59:59'), (2, 11, 'duplicate', NULL, '2026-01-15 06:00:00'),"
                + " (3, 12, 'suspicious', NULL, '2026-01-15 20:00:00')");
        JsonNode open = service.get("/api/flags/unreviewed?limit=2").json();
        new Fields(open).has("total", 3);
        assertThat(texts(open.path("flags"), "id")).containsExactly("3", "2");
        new Fields(open.at("/flags/0"))
                .has("activity_log_id", 12)
                .has("flag_type", "suspicious")
                .has("flag_reason", null)
                .has("created_at", "2026-01-15T20:00:00Z");
        db.execute("UPDATE activity_flags SET is_reviewed = 1, reviewed_at = '2026-01-15 20:10:00' WHERE id = 3");
        assertThat(texts(service.get("/api/flags/unreviewed").json().path("flags"), "id"))
                .containsExactly("2", "1");
        JsonNode counts = service.get("/api/flags/stats").json();
        new Fields(counts)
                .has("total", 3)
                .has("reviewed", 1)
                .has("unreviewed", 2)
                .has("flags_today", 2);
        assertThat(texts(counts.path("by_type"), "flag_type")).containsExactly("suspicious", "duplicate");
        assertThat(texts(counts.path("by_type"), "unreviewed")).containsExactly("1", "1");
        assertThat(texts(counts.path("by_hour"), "hour")).containsExactly("0", "14", "23");
        clock.set(Instant.parse("2026-01-16T06:00:01Z"));
        object("/api/flags/stats").has("flags_today", 0);
    }

    private Fields object(String path) {
        return new Fields(service.get(path).json());
    }

    private static List<String> texts(JsonNode rows, String field) {
        return rows.valueStream().map(row -> row.path(field).asString("null")).toList();
    }
}
