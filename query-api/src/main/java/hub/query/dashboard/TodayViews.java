package hub.query.dashboard;

import hub.projections.departments.BattleView;
import hub.projections.departments.TargetsView;
import hub.projections.feed.ActivitiesQuery;
import hub.projections.feed.ActivitiesView;
import hub.projections.feed.ClockTimesView;
import hub.projections.feed.RecentQuery;
import hub.projections.feed.RecentView;
import hub.projections.heatmap.HourlyView;
import hub.projections.highlights.AchievementsView;
import hub.projections.highlights.AlertsView;
import hub.projections.highlights.StreakLeadersView;
import hub.projections.highlights.TickerView;
import hub.projections.ranking.LiveLeaderboardView;
import hub.projections.team.TeamMetricsView;
import hub.projections.view.DayQuery;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.query.http.Parameter;
import hub.query.http.QueryShape;
import hub.query.http.ViewRoute;
import hub.query.security.Scope;
import java.util.List;

/** What the manager's page and the shop floor's screen show of today, and what belongs to it. */
final class TodayViews {

    private static final Parameter<Long> LIMIT = Parameter.integer(
                    "limit", 1, RecentQuery.MAX, "The most entries wanted")
            .or((long) RecentQuery.USUAL, Integer.toString(RecentQuery.USUAL));

    private TodayViews() {}

    static List<ViewRoute<?>> of(ScoreMode scores, int dailyGoal) {
        return List.of(
                now(new TargetsView(), "departments/targets", "The stored targets of the departments"),
                now(new BattleView(), "departments/battle", "Today's departments by points"),
                now(new LiveLeaderboardView(scores), "leaderboard/live", "Today's ten best, and how they moved"),
                now(new StreakLeadersView(scores), "analytics/streak-leaders", "The five longest streaks"),
                now(new TickerView(scores), "analytics/achievement-ticker", "What is worth cheering today"),
                now(new TeamMetricsView(scores, dailyGoal), "analytics/team-metrics", "The team's figures of today"),
                now(new AchievementsView(scores), "gamification/achievements", "How many reached what today"),
                now(
                        new AlertsView(scores),
                        "alerts/active",
                        "The three lowest scores of today below 50 points, then who is idle"),
                now(new ClockTimesView(scores), "clock-times/today", "The shifts that began today"),
                ViewRoute.of(
                        new HourlyView(),
                        "/api/dashboard/analytics/hourly",
                        Scope.READ,
                        "Items, people and points per hour of a day, 6 AM to 5 PM",
                        Common.day(DayQuery::new)),
                ViewRoute.of(
                        new RecentView(),
                        "/api/dashboard/activities/recent",
                        Scope.READ,
                        "Who clocked in and out today",
                        QueryShape.of(LIMIT, limit -> new RecentQuery(limit.intValue()))),
                ViewRoute.of(
                        new ActivitiesView(),
                        "/api/dashboard/activities",
                        Scope.READ,
                        "One employee's windows of today",
                        QueryShape.of(
                                Parameter.integer("employee_id", 1, Long.MAX_VALUE, "Whose; without it, none")
                                        .optional(),
                                LIMIT,
                                (employee, limit) -> new ActivitiesQuery(employee, limit.intValue()))));
    }

    private static ViewRoute<Everything> now(View<Everything, ?> view, String path, String summary) {
        return ViewRoute.of(view, "/api/dashboard/" + path, Scope.READ, summary, QueryShape.always(Everything.QUERY));
    }
}
