package hub.query.dashboard;

import hub.projections.team.BottlenecksView;
import hub.projections.team.CapacityView;
import hub.projections.team.ComparisonView;
import hub.projections.team.HealthView;
import hub.projections.team.OverviewView;
import hub.projections.team.RoleQuery;
import hub.projections.team.ShiftAnalysisView;
import hub.projections.trend.PersonTrendQuery;
import hub.projections.trend.PersonTrendView;
import hub.projections.trend.TeamTrendQuery;
import hub.projections.trend.TeamTrendView;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.query.http.Parameter;
import hub.query.http.QueryShape;
import hub.query.http.ViewRoute;
import hub.query.security.Scope;
import java.util.List;
import java.util.Optional;

/** How days develop, and the team by roles. */
final class TrendViews {

    private static final Parameter<Long> DAYS = Parameter.integer(
                    "days", 1, PersonTrendQuery.MAX_DAYS, "How many Central days, today included")
            .or(30L, "30");
    private static final Parameter<Optional<Long>> ROLE = Parameter.integer(
                    "role_id", 1, Integer.MAX_VALUE, "Only people who worked most in this role")
            .optional();

    private TrendViews() {}

    static List<ViewRoute<?>> of(ScoreMode scores) {
        return List.of(
                ViewRoute.of(
                        new PersonTrendView(scores),
                        "/api/trends/employee/{id}",
                        Scope.EMPLOYEE_READ,
                        "How a person's days develop",
                        QueryShape.of(
                                Parameter.id("id", "The employee"),
                                DAYS,
                                (id, days) -> new PersonTrendQuery(id, days.intValue()))),
                ViewRoute.of(
                        new TeamTrendView("team-trend", scores),
                        "/api/trends/team",
                        Scope.READ,
                        "How the team's days develop",
                        QueryShape.of(DAYS, days -> new TeamTrendQuery(Optional.empty(), days.intValue()))),
                ViewRoute.of(
                        new TeamTrendView("role-trend", scores),
                        "/api/team-metrics/trends",
                        Scope.READ,
                        "How the days of the team, or of one role, develop",
                        QueryShape.of(ROLE, DAYS, (role, days) -> new TeamTrendQuery(role, days.intValue()))),
                ViewRoute.of(
                        new OverviewView(scores),
                        "/api/team-metrics/overview",
                        Scope.READ,
                        "The team, or one role, at a glance",
                        QueryShape.of(ROLE, RoleQuery::new)),
                ViewRoute.of(
                        new ComparisonView(scores),
                        "/api/team-metrics/comparison",
                        Scope.READ,
                        "The roles beside each other, over the last seven days",
                        QueryShape.always(Everything.QUERY)),
                ViewRoute.of(
                        new ShiftAnalysisView(),
                        "/api/team-metrics/shift-analysis",
                        Scope.READ,
                        "At which hours the work of the last seven days was done",
                        QueryShape.always(Everything.QUERY)),
                ViewRoute.of(
                        new BottlenecksView(scores),
                        "/api/team-metrics/bottlenecks",
                        Scope.READ,
                        "What holds the team up",
                        QueryShape.always(Everything.QUERY)),
                ViewRoute.of(
                        new CapacityView(scores),
                        "/api/team-metrics/capacity",
                        Scope.READ,
                        "What the roles do in a day, beside what they could",
                        QueryShape.always(Everything.QUERY)),
                ViewRoute.of(
                        new HealthView(scores),
                        "/api/team-metrics/health-score",
                        Scope.READ,
                        "How the team is, in one figure",
                        QueryShape.always(Everything.QUERY)));
    }
}
