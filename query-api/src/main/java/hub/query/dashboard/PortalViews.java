package hub.query.dashboard;

import hub.projections.portal.EarnedView;
import hub.projections.portal.GoalsView;
import hub.projections.portal.PersonQuery;
import hub.projections.portal.RecentView;
import hub.projections.portal.StatsView;
import hub.projections.portal.StreakView;
import hub.projections.portal.TrendsQuery;
import hub.projections.portal.TrendsView;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.query.http.Parameter;
import hub.query.http.QueryShape;
import hub.query.http.ViewRoute;
import hub.query.security.Scope;
import java.util.List;

/** One person's own page. The legacy asked for no key here. */
final class PortalViews {

    private static final Parameter<Long> ID = Parameter.id("id", "The employee");
    private static final Parameter<Long> DAYS = Parameter.integer(
                    "days", 1, TrendsQuery.MAX_DAYS, "How many Central days, today included")
            .or(30L, "30");

    private PortalViews() {}

    static List<ViewRoute<?>> of(ScoreMode scores) {
        return List.of(
                person(new StatsView(scores), "/api/employee/{id}/stats", "A person's day so far, beside everybody's"),
                ViewRoute.of(
                        new TrendsView(scores),
                        "/api/employee/{id}/trends",
                        Scope.EMPLOYEE_READ,
                        "A person's last days, one by one",
                        QueryShape.of(ID, DAYS, (id, days) -> new TrendsQuery(id, days.intValue()))),
                person(
                        new StreakView(scores),
                        "/api/employee/{id}/streak",
                        "How many days in a row a person earned points"),
                person(new RecentView(), "/api/employee/{id}/recent-activity", "A person's last windows of today"),
                person(new GoalsView(scores), "/api/employee/{id}/goals", "A person's goals against the day so far"),
                person(new EarnedView(), "/api/employee/{id}/achievements", "What a person has earned"));
    }

    private static ViewRoute<?> person(View<PersonQuery, ?> view, String path, String summary) {
        return ViewRoute.of(view, path, Scope.EMPLOYEE_READ, summary, QueryShape.of(ID, PersonQuery::new));
    }
}
