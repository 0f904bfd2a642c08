package hub.testkit.hub;

import hub.testkit.hub.Verdict.About;
import hub.testkit.hub.Verdict.Judge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Every view that is judged, and by which statements. */
final class Verdicts {

    /** So many windows of a day are compared, and the number of all of them. */
    private static final int LOGGED = 100;

    private Verdicts() {}

    /** What is about today, whatever day that is. */
    static List<Verdict> today() {
        return List.of(
                today("team-metrics", "/api/dashboard/analytics/team-metrics", Judge.by("", "team-metrics")),
                today("streak-leaders", "/api/dashboard/analytics/streak-leaders", Judge.by("", "streak-leaders")),
                today("department-battle", "/api/dashboard/departments/battle", Judge.by("", "battle")),
                today(
                        "achievements",
                        "/api/dashboard/gamification/achievements",
                        Judge.by("", "achievements-totals", "/achievements", "achievements")),
                today("alerts", "/api/dashboard/alerts/active", Judge.by("", "alerts")),
                today("clock-times", "/api/dashboard/clock-times/today", Judge.by("", "clock-times")),
                today("recent", "/api/dashboard/activities/recent", Judge.by("", "recent"), "limit", 200),
                today("bottleneck", "/api/dashboard/bottleneck/current", FlowJudge::compare),
                today("bottleneck-history", "/api/dashboard/bottleneck/history", Judges::history),
                today("achievement-ticker", "/api/dashboard/analytics/achievement-ticker", Judges.ticker()),
                new Verdict(
                        Question.of("leaderboard-live", "/api/dashboard/leaderboard/live"),
                        About.since(1),
                        Judge.by("", "movers")),
                today(
                        "station-performance",
                        "/api/station-performance",
                        Judges.named("/data", "station", "station-performance")),
                today(
                        "station-staffing",
                        "/api/dashboard/station-performance",
                        Judges.named("", "code", "station-staffing")),
                today(
                        "working-today",
                        "/api/connecteam/working/today",
                        Judge.by("/employees", "working-today", "/summary", "working-today-summary")),
                today("working-now", "/api/connecteam/working/now", Judge.by("/employees", "working-now")));
    }

    /** What is about no day. */
    static List<Verdict> staff() {
        return List.of(
                today("employees", "/api/dashboard/employees", Judge.by("/employees", "employees")),
                today("archived", "/api/dashboard/employees/archived", Judge.by("", "archived")),
                today("department-targets", "/api/dashboard/departments/targets", Judge.by("", "targets")),
                today("payrates", "/api/dashboard/employees/payrates", Judge.by("", "payrates")),
                today(
                        "pending-verification",
                        "/api/dashboard/employees/pending-verification",
                        Judge.by("/pending", "pending-verification", "", "pending-verification-counts")),
                today(
                        "mapping-recommendations",
                        "/api/dashboard/employees/mapping-recommendations",
                        Judge.by("/recommendations", "recommendations", "/all_employees", "choices")),
                today(
                        "needs-attention",
                        "/api/dashboard/employees/needs-attention",
                        Judge.by(
                                "/no_connecteam", "needs-connecteam",
                                "/no_podfactory", "needs-podfactory",
                                "/pending_verification", "needs-pending",
                                "/summary", "needs-summary")));
    }

    /** Awards, challenges and flags. */
    static List<Verdict> recognition() {
        List<Verdict> verdicts = new ArrayList<>(List.of(
                today("challenges", "/api/gamification/challenges/active", Judge.by("", "challenges")),
                today(
                        "flags-unreviewed",
                        "/api/flags/unreviewed",
                        Judge.by("", "flags-total", "/flags", "flags-unreviewed")),
                today(
                        "flags-stats",
                        "/api/flags/stats",
                        Judge.by("", "flags-stats", "/by_type", "flags-types", "/by_hour", "flags-hours"))));
        for (String period : List.of("daily", "weekly", "monthly", "all")) {
            verdicts.add(today(
                    "award-board",
                    "/api/gamification/leaderboard",
                    Judge.by("/leaderboard", "award-board-" + period),
                    "period",
                    period));
        }
        return verdicts;
    }

    /** How the team's days develop, and its roles; the pickers stand for the roles. */
    static List<Verdict> team() {
        return List.of(
                since(29, "team-trend", "/api/trends/team", trend("trend-team")),
                since(29, "role-trend", "/api/team-metrics/trends", trend("trend-role"), "role_id", 3),
                since(30, "team-overview", "/api/team-metrics/overview", Judge.by("", "team-overview")),
                since(30, "team-overview", "/api/team-metrics/overview", Judge.by("", "role-overview"), "role_id", 3),
                since(6, "team-comparison", "/api/team-metrics/comparison", Judge.by("/roles", "team-comparison")),
                since(6, "team-shifts", "/api/team-metrics/shift-analysis", Judge.by("/shifts", "team-shifts")),
                since(
                        14,
                        "team-bottlenecks",
                        "/api/team-metrics/bottlenecks",
                        Judge.by(
                                "/bottlenecks", "team-bottlenecks",
                                "/idle_employees", "team-bottlenecks-idle",
                                "", "team-bottlenecks-total")),
                since(
                        7,
                        "team-capacity",
                        "/api/team-metrics/capacity",
                        Judge.by("/roles", "team-capacity", "", "team-capacity-total")),
                since(14, "team-health", "/api/team-metrics/health-score", Judge.by("", "team-health")));
    }

    private static Judge trend(String statement) {
        return Judge.by("", statement, "/daily", statement + "-days", "/weeks", statement + "-weeks");
    }

    private static Verdict since(int days, String view, String path, Judge judge, Object... namesAndValues) {
        return new Verdict(Question.of(view, path, namesAndValues), About.since(days), judge);
    }

    /** What is about one Central day. */
    static List<Verdict> day(LocalDate day) {
        return List.of(
                day("leaderboard", "/api/dashboard/leaderboard", day, LeaderboardJudge::compare),
                day("departments", "/api/dashboard/departments/stats", day, Judges::departments),
                new Verdict(
                        Question.of(
                                "departments",
                                "/api/dashboard/departments/stats",
                                "date",
                                day,
                                "hours_mode",
                                "allocated"),
                        About.days(day, day),
                        Judge.by("", "departments-allocated")),
                day("heatmap", "/api/dashboard/analytics/hourly-heatmap", day, Judges::heatmap),
                day("hourly", "/api/dashboard/analytics/hourly", day, Judge.by("", "hourly")),
                day("shift-log", "/api/connecteam/shifts/{date}", day, Judge.by("/shifts", "shift-log")),
                new Verdict(
                        Question.of("activity-log", "/api/activities/activity/{date}", "date", day, "limit", LOGGED),
                        About.days(day, day),
                        Judge.by("/activities", "activity-log", "", "activity-log-total")));
    }

    /** What is about the days {@code first} to {@code last}. */
    static List<Verdict> range(LocalDate first, LocalDate last) {
        return List.of(
                range(
                        "date-range",
                        "/api/dashboard/analytics/date-range",
                        first,
                        last,
                        Judge.by(
                                "/leaderboard", "date-range-people",
                                "/department_summary", "date-range-departments",
                                "/summary", "date-range-summary")),
                range(
                        "cost-analysis",
                        "/api/dashboard/cost-analysis",
                        first,
                        last,
                        Judge.by(
                                        "", "cost-totals",
                                        "/employee_costs", "cost-people",
                                        "/department_costs", "cost-departments",
                                        "/top_performers", "cost-top")
                                .and(Judges::clockTimes)));
    }

    /** What is about one employee who is there, active or not, by statements that judge everybody. */
    static List<Verdict> person(long id) {
        return List.of(
                person("employee-stats", "/api/dashboard/employees/{id}/stats", id, "person-days"),
                person("employee-today", "/api/employee/{id}/stats", id, "portal"),
                person("employee", "/api/dashboard/employees/{id}", id, "person"),
                person("employee-streak", "/api/employee/{id}/streak", id, "streak"),
                person("employee-recent", "/api/employee/{id}/recent-activity", id, "recent-work"),
                today("activities", "/api/dashboard/activities", Judges.ofOne("", "activities", id), "employee_id", id),
                today("employee-goals", "/api/employee/{id}/goals", Judges.ofOne("/goals", "goals", id), "id", id),
                today(
                        "employee-achievements",
                        "/api/employee/{id}/achievements",
                        Judges.ofOne("/achievements", "earned", id).and(Judges.ofOne("", "earned-totals", id)),
                        "id",
                        id),
                new Verdict(
                        Question.of("employee-trends", "/api/employee/{id}/trends", "id", id),
                        About.since(29),
                        Judges.ofOne("/trend", "trends", id)),
                new Verdict(
                        Question.of("person-trend", "/api/trends/employee/{id}", "id", id),
                        About.since(29),
                        Judges.ofOne("", "trend-people", id).and(Judges.ofOne("/daily", "trend-people-days", id))),
                new Verdict(
                        Question.of("person-awards", "/api/gamification/achievements/{id}", "id", id),
                        About.today(),
                        Judges.ofOne("", "person-awards", id)
                                .and(Judges.ofOne("/all_achievements", "person-awards-all", id))
                                .and(Judges.ofOne("/recent_achievements", "person-awards-recent", id))),
                new Verdict(
                        Question.of("shift-history", "/api/connecteam/employee/{id}/shift-history", "id", id),
                        About.since(30),
                        Judges.ofOne("/shifts", "shift-history", id)
                                .and(Judges.ofOne("/summary", "shift-history-summary", id))));
    }

    /** What is only there of some employees. */
    static Verdict atWork(long id) {
        return today(
                "live-minutes",
                "/api/connecteam/employee/{id}/live-minutes",
                Judges.ofOneOrNobody("live-minutes", id),
                "id",
                id);
    }

    /** All of them: those about a day for each of {@code days}, the ranges from the first of these to the last. */
    static List<Verdict> all(List<LocalDate> days, List<Long> people) {
        List<Verdict> all = new ArrayList<>();
        days.forEach(day -> all.addAll(day(day)));
        all.addAll(range(days.getFirst(), days.getLast()));
        all.addAll(today());
        all.addAll(staff());
        all.addAll(recognition());
        all.addAll(team());
        people.forEach(id -> {
            all.addAll(person(id));
            all.add(atWork(id));
        });
        return all;
    }

    private static Verdict today(String view, String path, Judge judge, Object... namesAndValues) {
        return new Verdict(Question.of(view, path, namesAndValues), About.today(), judge);
    }

    private static Verdict person(String view, String path, long id, String statement) {
        return today(view, path, Judges.ofOne("", statement, id), "id", id);
    }

    private static Verdict day(String view, String path, LocalDate day, Judge judge) {
        return new Verdict(Question.of(view, path, "date", day), About.days(day, day), judge);
    }

    private static Verdict range(String view, String path, LocalDate first, LocalDate last, Judge judge) {
        return new Verdict(
                Question.of(view, path, "start_date", first, "end_date", last), About.days(first, last), judge);
    }
}
