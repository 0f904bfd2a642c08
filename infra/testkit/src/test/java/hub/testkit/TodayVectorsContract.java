package hub.testkit;

import static hub.testkit.hub.Fields.rowOf;
import static hub.testkit.scenario.Activity.filmMatching;
import static hub.testkit.scenario.Activity.inProduction;
import static hub.testkit.scenario.Activity.labeling;
import static hub.testkit.scenario.Activity.picking;
import static hub.testkit.scenario.Activity.qcPassed;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Fields;
import hub.testkit.hub.Reply;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The domain's hand-computed vectors of what runs with the day, from rows in MySQL to bytes over HTTP. */
abstract class TodayVectorsContract extends HubContract {

    private static final String API = "/api/dashboard/";
    private static final Instant EVENING = Instant.parse("2026-01-15T23:30:00Z");

    TodayVectorsContract() {
        super("today", ScoreMode.LIVE, EVENING);
    }

    @BeforeEach
    void fixture() {
        db.clear();
        db.roles();
        db.employees(1, 2, 3, 4);
        clock.set(EVENING);
    }

    @Test
    void t1AsThePagesOfOnePersonHaveIt() {
        insertT1();
        object("employees/1/stats")
                .has("id", 1)
                .has("name", "E1")
                .has("streak_days", 1)
                .has("items_today", 300)
                .has("points_today", 250.0)
                .has("items_per_hour", 37.5)
                .has("rank", 1);
        object("employees/1").has("full_name", "E1").has("first_name", "E1").has("last_name", "");
        assertThat(dashboard.get(API + "employees/77").status()).isEqualTo(404);
        assertThat(dashboard.get(API + "employees/77").json().path("error").asString(""))
                .isEqualTo("Employee not found");
        new Fields(service.get("/api/employee/1/stats").json())
                .has("items_processed", 300)
                .has("points_earned", 250.00)
                .has("hours_today", 8.0)
                .has("employee_rank", 1)
                .has("total_employees", 1)
                .has("team_avg_items", 300.0);
    }

    @Test
    void t2TiesShareACompetitionRank() {
        db.activity(qcPassed(100).by(2));
        db.activity(picking(200).by(3));
        object("employees/2/stats").has("rank", 1);
        object("employees/3/stats").has("rank", 1);
        object("employees/4/stats").has("rank", null);
        assertThat(texts(rows("leaderboard/live"), "id")).containsExactly("3", "2");
    }

    @Test
    void t3AndT4QcTotalsOfTheSwitchDays() {
        db.activity(qcPassed(1).from("2026-03-08T05:59:59Z"));
        db.activity(qcPassed(2).from("2026-03-08T06:00:00Z"));
        db.activity(qcPassed(4).from("2026-03-09T04:59:59Z"));
        db.activity(qcPassed(8).from("2026-03-09T05:00:00Z"));
        clock.set(Instant.parse("2026-03-09T04:59:00Z"));
        object("analytics/team-metrics")
                .has("items_today", 6)
                .has("vs_yesterday", 500.0)
                .has("vs_yesterday_same_time", 100.0);
        clock.set(Instant.parse("2026-03-09T05:00:01Z"));
        object("analytics/team-metrics")
                .has("items_today", 8)
                .has("vs_yesterday", 33.3)
                .has("vs_yesterday_same_time", 300.0);

        db.activity(qcPassed(1).from("2026-11-01T04:59:59Z"));
        db.activity(qcPassed(2).from("2026-11-01T05:00:00Z"));
        db.activity(qcPassed(4).from("2026-11-02T05:59:59Z"));
        db.activity(qcPassed(8).from("2026-11-02T06:00:00Z"));
        clock.set(Instant.parse("2026-11-02T05:59:00Z"));
        object("analytics/team-metrics").has("items_today", 6).has("vs_yesterday", 500.0);
        clock.set(Instant.parse("2026-11-02T06:00:01Z"));
        object("analytics/team-metrics").has("items_today", 8).has("vs_yesterday", 33.3);
    }

    @Test
    void t4BothHoursOfTheClockThatComeTwiceAreOne() {
        db.activity(picking(10).from("2026-11-01T06:30:00Z"));
        db.activity(picking(20).from("2026-11-01T07:30:00Z"));
        clock.set(Instant.parse("2026-11-01T12:00:00Z"));
        JsonNode hours = service.get(API + "bottleneck/history?hours=12").json().path("hourly_data");
        assertThat(texts(hours, "hour")).containsExactly("2026-11-01 01:00");
        new Fields(hours.at("/0/stations/Picking")).has("items", 30).has("workers", 1);
    }

    @Test
    void t6OpenShift() {
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z");
        long open = db.shift(1, "2026-01-15T18:30:00Z", null);
        db.activity(picking(100).by(1).from("2026-01-15T15:00:00Z"));
        clock.set(Instant.parse("2026-01-15T20:30:00Z"));
        object("analytics/team-metrics")
                .has("total_employees", 1)
                .has("active_employees", 1)
                .has("total_hours_worked", 6.0);
        rowOf(service.get(API + "leaderboard/live"), "id", 1).has("hours_worked", 6.0);
        assertThat(texts(rows("clock-times/today"), "total_minutes")).containsExactly("120", "240");
        assertThatAllTellOfTheOpenShift();

        db.execute("UPDATE clock_times SET clock_out = '2026-01-15 20:45:00' WHERE id = ?", open);
        clock.set(Instant.parse("2026-01-15T21:00:00Z"));
        object("analytics/team-metrics").has("active_employees", 0).has("total_hours_worked", 6.3);
        new Fields(rows("activities/recent?limit=1").get(0))
                .has("type", "clock_out")
                .has("description", "E1 clocked out at 02:45 PM")
                .has("timestamp", "Thu, 15 Jan 2026 20:45:00 GMT")
                .has("employee_name", "E1")
                .has("time_str", "02:45 PM");
    }

    private void assertThatAllTellOfTheOpenShift() {
        JsonNode now = service.get("/api/connecteam/working/now").json();
        new Fields(now).has("count", 1);
        assertThat(now.path("employees")).hasSize(1);
        new Fields(now.at("/employees/0"))
                .has("employee_id", 1)
                .has("name", "E1")
                .has("clock_in", "2026-01-15T18:30:00Z")
                .has("duration_minutes", 120)
                .has("duration_hours", 2);
        JsonNode today = service.get("/api/connecteam/working/today").json();
        new Fields(today).has("date", "2026-01-15");
        new Fields(today.path("summary"))
                .has("total_employees", 1)
                .has("currently_active", 1)
                .has("completed_shifts", 1);
        assertThat(texts(today.path("employees"), "status")).containsExactly("Working", "Completed");
        assertThat(texts(today.path("employees"), "total_minutes")).containsExactly("120.0", "240.0");
        new Fields(service.get("/api/connecteam/employee/1/live-minutes").json())
                .has("employee_id", 1)
                .has("total_minutes", 120)
                .has("total_hours", 2);
        JsonNode shifts = service.get("/api/connecteam/shifts/2026-01-15").json();
        new Fields(shifts).has("date", "2026-01-15").has("shift_count", 2);
        assertThat(texts(shifts.path("shifts"), "clock_in"))
                .containsExactly("2026-01-15T18:30:00Z", "2026-01-15T14:00:00Z");
        assertThat(texts(shifts.path("shifts"), "clock_out")).containsExactly("null", "2026-01-15T18:00:00Z");
        assertThat(texts(shifts.path("shifts"), "total_minutes")).containsExactly("120.0", "240.0");
        assertThat(texts(shifts.path("shifts"), "is_active")).containsExactly("true", "false");
        JsonNode windows = service.get("/api/activities/activity/2026-01-15").json();
        new Fields(windows).has("total_activities", 1);
        new Fields(windows.at("/activities/0"))
                .has("employee_name", "E1")
                .has("role_name", "Picker")
                .has("items_count", 100)
                .has("window_start", "2026-01-15T15:00:00Z")
                .has("window_end", "2026-01-15T15:09:59Z");
    }

    @Test
    void t10WhoIsDeactivatedLeavesTheListsOfToday() {
        db.shift(1, "2026-01-15T14:00:00Z", null);
        db.activity(qcPassed(20).by(1).from("2026-01-15T14:10:00Z"));
        db.activity(qcPassed(180).by(2).from("2026-01-15T14:10:00Z"));
        JsonNode team = service.get(API + "analytics/team-metrics").json();
        String feed = service.get(API + "activities/recent").body();
        String battle = service.get(API + "departments/battle").body();
        String hours = service.get(API + "analytics/hourly").body();
        assertThat(texts(rows("leaderboard"), "id")).containsExactly("2", "1");
        assertThat(texts(rows("leaderboard/live"), "id")).containsExactly("2", "1");
        assertThat(texts(rows("analytics/streak-leaders"), "id")).containsExactly("2", "1");
        assertThat(texts(rows("alerts/active"), "type")).containsExactly("low_performance", "idle");
        assertThat(texts(rows("employees/payrates"), "id")).containsExactly("1", "2", "3", "4");
        assertThat(team.path("items_today").asInt()).isEqualTo(200);
        assertThat(feed).contains("E1 clocked in at 08:00 AM");

        db.execute("UPDATE employees SET is_active = 0 WHERE id = 1");
        assertThat(texts(rows("leaderboard"), "id")).containsExactly("2");
        assertThat(texts(rows("leaderboard/live"), "id")).containsExactly("2");
        assertThat(texts(rows("analytics/streak-leaders"), "id")).containsExactly("2");
        assertThat(rows("alerts/active")).isEmpty();
        assertThat(texts(rows("employees/payrates"), "id")).containsExactly("2", "3", "4");
        assertThat(service.get(API + "analytics/team-metrics").json()).isEqualTo(team);
        assertThat(service.get(API + "activities/recent").body()).isEqualTo(feed);
        assertThat(service.get(API + "departments/battle").body()).isEqualTo(battle);
        assertThat(service.get(API + "analytics/hourly").body()).isEqualTo(hours);

        db.execute("UPDATE employees SET is_active = 1 WHERE id = 1");
        assertThat(texts(rows("leaderboard/live"), "id")).containsExactly("2", "1");
        assertThat(texts(rows("analytics/streak-leaders"), "id")).containsExactly("2", "1");
        assertThat(texts(rows("alerts/active"), "type")).containsExactly("low_performance", "idle");
        assertThat(texts(rows("employees/payrates"), "id")).containsExactly("1", "2", "3", "4");
    }

    @Test
    void t12OtherSourcesDoNotCountForTheTeam() {
        db.activity(qcPassed(50).by(4).withSource("manual").from("2026-01-15T16:00:00Z"));
        object("analytics/team-metrics").has("items_today", 0).has("points_today", 0.0);
        assertThat(rows("departments/battle")).isEmpty();
        rowOf(service.get(API + "analytics/hourly"), "hour", "10 AM")
                .has("items_processed", 0)
                .has("active_employees", 0)
                .has("points", 0);
        rowOf(service.get(API + "leaderboard/live"), "id", 4).has("points_earned", 50.00);
    }

    @Test
    void t14TeamMetrics() {
        db.activity(qcPassed(150).by(1));
        long late = db.activity(qcPassed(30).by(1).from("2026-01-14T15:00:00Z"));
        db.activity(qcPassed(90).by(2).from("2026-01-14T15:00:00Z"));
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T17:45:00Z");
        db.shift(2, "2026-01-15T14:00:00Z", "2026-01-15T17:45:00Z");
        object("analytics/team-metrics")
                .has("items_today", 150)
                .has("items_finished", 150)
                .has("vs_yesterday", 25.0)
                .has("total_hours_worked", 7.5)
                .has("average_items_per_hour", 20.0)
                .has("total_employees", 2)
                .has("total_employees_today", 2)
                .has("active_employees", 0)
                .has("points_today", 150.0)
                .has("daily_goal", 3000)
                .has("top_department", "Packing")
                .has("top_department_points", 150.0)
                // 150 items in the 3.75 hours of the one who packed, of 100 an hour
                .has("overall_efficiency", 40.0);

        db.execute("DELETE FROM activity_logs WHERE id = ?", late);
        object("analytics/team-metrics").has("vs_yesterday", 66.7);
        db.execute("DELETE FROM activity_logs WHERE window_start < '2026-01-15'");
        object("analytics/team-metrics").has("vs_yesterday", 100.0);
        db.execute("DELETE FROM activity_logs");
        object("analytics/team-metrics")
                .has("vs_yesterday", 0.0)
                .has("top_department", "None")
                .has("top_department_points", 0);
    }

    /** Finalizing writes a row that says otherwise than the day's work, and a streak that grows with each run, as the legacy's. */
    @Test
    void t18Streak() {
        for (String day : List.of("2026-01-12", "2026-01-13", "2026-01-14")) {
            db.activity(picking(10).from(day + "T15:00:00Z"));
        }
        clock.set(Instant.parse("2026-01-15T13:00:00Z"));
        assertStreak(3);
        long first = db.activity(picking(10).from("2026-01-15T15:00:00Z"));
        clock.set(Instant.parse("2026-01-15T16:00:00Z"));
        assertStreak(4);

        finalizeAsTheLegacy();
        assertStreak(4);
        finalizeAsTheLegacy();
        assertStreak(4);
        clock.set(Instant.parse("2026-01-16T06:00:01Z"));
        assertStreak(4);
        finalizeAsTheLegacy();
        assertStreak(4);
        // From the end of its day on, the stored score is the record.
        db.execute("DELETE FROM activity_logs WHERE id = ?", first);
        assertStreak(4);
        db.execute("UPDATE daily_scores SET points_earned = 0");
        assertStreak(0);
        db.execute("UPDATE daily_scores SET points_earned = 5");

        clock.set(Instant.parse("2026-01-17T05:59:00Z"));
        assertStreak(4);
        clock.set(Instant.parse("2026-01-17T06:00:01Z"));
        assertStreak(0);
    }

    private void finalizeAsTheLegacy() {
        db.execute("INSERT INTO daily_scores (employee_id, score_date, items_processed, points_earned, is_finalized)"
                + " VALUES (1, '2026-01-15', 10, 5.00, 1) ON DUPLICATE KEY UPDATE updated_at = NOW()");
        db.execute("UPDATE employees SET current_streak = current_streak + 1 WHERE id = 1");
    }

    @Test
    void t18ADayThatIsEmptiedLaterBreaksTheStreak() {
        for (String day : List.of("2026-01-12", "2026-01-13", "2026-01-14", "2026-01-15")) {
            db.activity(picking(10).from(day + "T15:00:00Z"));
        }
        clock.set(Instant.parse("2026-01-15T16:00:00Z"));
        assertStreak(4);
        db.execute("DELETE FROM activity_logs WHERE DATE(window_start) = '2026-01-13'");
        assertStreak(2);
    }

    private void assertStreak(int days) {
        JsonNode leaders = rows("analytics/streak-leaders");
        assertThat(texts(leaders, "streak_days")).isEqualTo(days == 0 ? List.of() : List.of(Integer.toString(days)));
        object("employees/1").has("current_streak", days);
        object("employees/1/stats").has("streak_days", days);
        new Fields(service.get("/api/employee/1/streak").json())
                .has("current_streak", days)
                .has("best_streak", days)
                .has("streak_goal", 7);
    }

    @Test
    void t19Bottleneck() {
        HeldUp.work(db);
        clock.set(Instant.parse("2026-01-15T20:00:00Z"));
        JsonNode flow = service.get(API + "bottleneck/current").json();
        assertThat(texts(flow.path("stations"), "name"))
                .containsExactly("Picking", "Labeling", "Film Matching", "Heat Press", "Shipping");
        assertThat(texts(flow.path("stations"), "output_rate")).containsExactly("200", "120", "0", "0", "0");
        assertThat(texts(flow.path("stations"), "input_rate")).containsExactly("0", "200", "120", "0", "0");
        assertThat(texts(flow.path("stations"), "queue_growth")).containsExactly("0", "80", "120", "0", "0");
        assertThat(texts(flow.path("stations"), "estimated_queue")).containsExactly("0", "40", "60", "0", "0");
        assertThat(texts(flow.path("stations"), "workers")).containsExactly("2", "1", "0", "0", "0");
        assertThat(texts(flow.path("stations"), "status"))
                .containsExactly("flowing", "bottleneck", "idle", "idle", "idle");
        assertThat(texts(flow.path("stations"), "status_level"))
                .containsExactly("good", "critical", "idle", "idle", "idle");
        assertThat(texts(flow.path("bottlenecks"), "station")).containsExactly("Labeling");
        new Fields(flow.path("primary_bottleneck")).has("station", "Labeling").has("severity", "critical");
        new Fields(flow.path("summary"))
                .has("bottleneck_count", 1)
                .has("total_items_flowing", 320)
                .has("total_workers_active", 3);
        assertThat(flow.path("predictions")).isEmpty();
        assertThat(flow.path("timestamp").asString(""))
                .startsWith("2026-01-15T14:00:0")
                .endsWith("-06:00");
    }

    /** T19, with somebody who could help from home, one who last labeled eight days ago, and one at work elsewhere. */
    @Test
    void t19WhoCouldHelpWhereTheWorkIsHeldUp() {
        HeldUp.work(db);
        HeldUp.helpers(db);
        clock.set(Instant.parse("2026-01-15T20:00:00Z"));
        JsonNode flow = service.get(API + "bottleneck/current").json();

        JsonNode workers = flow.path("available_workers");
        assertThat(texts(workers, "id")).containsExactly("1", "2", "3", "4");
        assertThat(texts(workers, "name")).containsExactly("E1", "E2", "E3", "E4");
        assertThat(texts(workers, "current_station")).containsExactly("Picking", "Picking", "Labeling", "Unknown");
        assertThat(texts(workers, "current_activity")).containsExactly("Picking", "Picking", "Labeling", "null");
        assertThat(texts(workers, "can_help_bottleneck")).containsExactly("true", "false", "true", "true");
        assertThat(workers.at("/0/skills")).hasToString("[\"Picking\",\"Labeling\"]");
        assertThat(workers.at("/0/skill_performance")).hasToString("{\"Picking\":60,\"Labeling\":30}");
        assertThat(workers.at("/3/skill_performance")).hasToString("{\"Labeling\":75}");

        JsonNode helpers = flow.path("recommendations");
        assertThat(texts(helpers, "worker")).containsExactly("E4", "E1");
        new Fields(helpers.get(0))
                .has("action", "reassign")
                .has("worker_id", 4)
                .has("from", "Unknown")
                .has("to", "Labeling")
                .has("impact", "high")
                .has("reason", "E4 averages 75 items per activity at Labeling");
        new Fields(helpers.get(1)).has("from", "Picking").has("to", "Labeling");
    }

    @Test
    void t19BeforeTenTheStationsHaveNotStarted() {
        clock.set(Instant.parse("2026-01-15T15:00:00Z"));
        db.activity(picking(100).by(1).from("2026-01-15T14:45:00Z"));
        db.activity(labeling(60).by(3).from("2026-01-15T14:45:00Z"));
        JsonNode flow = service.get(API + "bottleneck/current").json();
        assertThat(texts(flow.path("stations"), "status"))
                .containsExactly("flowing", "bottleneck", "not_started", "not_started", "not_started");
        assertThat(texts(flow.path("stations"), "status_level"))
                .containsExactly("good", "critical", "idle", "idle", "idle");
    }

    @Test
    void t22Alerts() {
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T16:00:00Z");
        db.activity(picking(0).by(1));
        db.activity(qcPassed(10).by(2));
        db.role(6, "Counter", "batch", "0.01", 100, 5);
        db.activity(qcPassed(4999).by(3).withRole(6L));
        db.activity(qcPassed(50).by(4));
        JsonNode alerts = rows("alerts/active");
        assertThat(texts(alerts, "message"))
                .containsExactly("E2 has only 10.0 points today", "E3 has only 50.0 points today");
        assertThat(texts(alerts, "id")).containsExactly("1", "2");
        assertThat(texts(alerts, "severity")).containsOnly("warning");
        assertThat(texts(alerts, "type")).containsOnly("low_performance");
        assertThat(texts(alerts, "title")).containsOnly("Performance Alert");
    }

    @Test
    void battleOfTheDepartments() {
        db.activity(qcPassed(100).by(1));
        db.activity(qcPassed(20).by(2));
        db.activity(inProduction(30).by(3));
        db.activity(filmMatching(10).by(4));
        JsonNode battle = rows("departments/battle");
        assertThat(texts(battle, "department")).containsExactly("Packing", "Heat Press", "Film Matching");
        new Fields(battle.get(0))
                .has("employees", 2)
                .has("items", 120)
                .has("points", 120.0)
                .has("avg_points_per_activity", 60.0)
                .has("rank", 1)
                .has("icon", "📦")
                .has("status", "Leading")
                .has("status_color", "gold")
                .hasNo("behind_by");
        new Fields(battle.get(1))
                .has("behind_by", 60.0)
                .has("status", "Chasing")
                .has("icon", "🔥");
        new Fields(battle.get(2))
                .has("behind_by", 110.0)
                .has("status", "Fighting")
                .has("icon", "📋");
    }

    @Test
    void whoMovedSinceYesterday() {
        db.activity(qcPassed(50).by(1).from("2026-01-14T15:00:00Z"));
        db.activity(qcPassed(60).by(2).from("2026-01-14T15:00:00Z"));
        db.activity(qcPassed(300).by(1));
        db.activity(qcPassed(120).by(2));
        db.activity(qcPassed(20).by(3));
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z");
        JsonNode live = rows("leaderboard/live");
        new Fields(live.get(0))
                .has("id", 1)
                .has("current_rank", 1)
                .has("yesterday_rank", 2)
                .has("movement", "up")
                .has("positions_moved", 1)
                .has("movement_icon", "↑1")
                .has("movement_color", "green")
                .has("rank_display", "🥇")
                .has("badge", "👑 Champion")
                .has("prev_points", null)
                .has("hours_worked", 8.0)
                .has("items_per_minute", 37.5)
                .has("next_milestone", 500)
                .has("milestone_progress", 60.0);
        new Fields(live.get(1))
                .has("id", 2)
                .has("movement", "down")
                .has("movement_icon", "↓1")
                .has("prev_points", 300)
                .has("hours_worked", null)
                .has("next_milestone", 250)
                .has("milestone_progress", 48.0);
        new Fields(live.get(2))
                .has("id", 3)
                .has("movement", "new")
                .has("yesterday_rank", 999)
                .has("movement_icon", "NEW")
                .has("movement_color", "blue");
    }

    @Test
    void achievementsAndTicker() {
        assertThat(rows("analytics/achievement-ticker")).hasSize(3);
        db.activity(qcPassed(260).by(1).from("2026-01-15T15:00:00Z"));
        db.activity(qcPassed(100).by(2).from("2026-01-15T16:00:00Z"));
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z");
        JsonNode achievements = service.get(API + "gamification/achievements").json();
        assertThat(texts(achievements.path("achievements"), "name"))
                .containsExactly("Century Club", "Quarter Master", "Half Hero", "Thousand Thunder");
        assertThat(texts(achievements.path("achievements"), "count")).containsExactly("2", "1", "0", "0");
        assertThat(texts(achievements.path("achievements"), "percentage"))
                .containsExactly("50.0", "25.0", "0.0", "0.0");
        new Fields(achievements)
                .has("top_score", 260)
                .has("total_team_points", 360)
                .has("team_goal", 10_000)
                .has("team_progress", 3.6);
        assertThat(rows("analytics/achievement-ticker").valueStream().map(JsonNode::asString))
                .containsExactly(
                        "🏆 E1 earned 260 points today!",
                        "⚡ E1 hit 65 items/hour!",
                        "📊 Team total: 360 items QC passed today!",
                        "🎉 E2 reached 100 items!",
                        "💪 E1 hit 250 items!");
    }

    @Test
    void oneEmployeesWindows() {
        db.activity(picking(10).by(1).from("2026-01-15T15:00:00Z"));
        db.activity(qcPassed(20).by(1).from("2026-01-15T16:00:00Z"));
        assertThat(rows("activities")).isEmpty();
        JsonNode windows = rows("activities?employee_id=1&limit=1");
        assertThat(windows).hasSize(1);
        new Fields(windows.get(0))
                .has("type", "QC Passed")
                .has("description", "20 items - QC Passed")
                .has("timestamp", "Thu, 15 Jan 2026 16:00:00 GMT");
        JsonNode own = service.get("/api/employee/1/recent-activity").json();
        assertThat(texts(own, "time")).containsExactly("10:09", "09:09");
        assertThat(texts(own, "station")).containsExactly("Shipping", "Picking");
    }

    /** In ten minutes each: 120 and 60 pieces an hour picked, of 200; 30 checked, of 45; what was pressed was so yesterday. */
    @Test
    void howFastTheStationsAre() {
        Instant start = Instant.parse("2026-01-15T15:00:00Z");
        Instant end = Instant.parse("2026-01-15T15:10:00Z");
        db.activity(picking(10).by(2).between(start, end));
        db.activity(picking(20).by(1).between(start, end));
        db.activity(qcPassed(5).by(1).between(start, end));
        db.activity(labeling(10).by(4).between(start, end).withSource("manual"));
        db.activity(inProduction(6)
                .by(3)
                .between(Instant.parse("2026-01-14T15:00:00Z"), Instant.parse("2026-01-14T15:10:00Z")));

        JsonNode today = service.get(API + "station-performance").json();
        assertThat(today.propertyNames()).containsExactly("film", "heat_press", "labeling", "picking", "qc");
        assertThat(texts(today, "current_staff")).containsExactly("0", "0", "0", "2", "1");
        assertThat(texts(today, "needed")).containsExactly("1", "2", "1", "1", "2");
        assertThat(texts(today, "output")).containsExactly("0", "0", "0", "30", "5");
        assertThat(texts(today, "efficiency")).containsExactly("0", "0", "0", "45", "67");
        assertThat(texts(today, "target")).containsExactly("133", "40", "200", "200", "45");

        JsonNode people = service.get("/api/station-performance").json().path("data");
        assertThat(people.propertyNames()).containsExactly("Heat Press", "Labeling", "Picking", "QC Passed");
        assertThat(texts(people.path("Picking"), "employee_id")).containsExactly("1", "2");
        assertThat(texts(people.path("Picking"), "avg_items_per_hour")).containsExactly("120.0", "60.0");
        assertThat(texts(people.path("QC Passed"), "avg_items_per_hour")).containsExactly("30.0");
        assertThat(texts(people.path("Labeling"), "avg_items_per_hour")).containsExactly("60.0");
        assertThat(texts(people.path("Heat Press"), "avg_items_per_hour")).containsExactly("36.0");
    }

    private void insertT1() {
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z");
        db.activity(qcPassed(200).by(1).from("2026-01-15T14:10:00Z"));
        db.activity(picking(100).by(1).from("2026-01-15T15:00:00Z"));
    }

    private Fields object(String view) {
        Reply reply = service.get(API + view);
        return new Fields(reply.json());
    }

    private JsonNode rows(String view) {
        return service.get(API + view).json();
    }

    private static List<String> texts(JsonNode rows, String field) {
        return rows.valueStream().map(row -> row.path(field).asString("null")).toList();
    }
}
