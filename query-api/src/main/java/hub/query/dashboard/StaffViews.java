package hub.query.dashboard;

import hub.projections.mappings.NeedsAttentionView;
import hub.projections.mappings.PendingVerificationView;
import hub.projections.mappings.RecommendationsView;
import hub.projections.staff.ArchivedView;
import hub.projections.staff.EmployeeQuery;
import hub.projections.staff.EmployeesView;
import hub.projections.staff.PersonDayView;
import hub.projections.staff.PersonView;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.query.http.Parameter;
import hub.query.http.QueryShape;
import hub.query.http.ViewRoute;
import hub.query.security.Scope;
import java.util.List;

/** The employees. */
final class StaffViews {

    private static final QueryShape<EmployeeQuery> ONE =
            QueryShape.of(Parameter.id("id", "The employee"), EmployeeQuery::new);

    private StaffViews() {}

    static List<ViewRoute<?>> of(ScoreMode scores) {
        return List.of(
                ViewRoute.of(
                        new EmployeesView(),
                        "/api/dashboard/employees",
                        Scope.READ,
                        "Every employee, active or not",
                        QueryShape.always(Everything.QUERY)),
                ViewRoute.of(
                        new ArchivedView(),
                        "/api/dashboard/employees/archived",
                        Scope.READ,
                        "The archived employees",
                        QueryShape.always(Everything.QUERY)),
                ViewRoute.of(
                        new PendingVerificationView(),
                        "/api/dashboard/employees/pending-verification",
                        Scope.READ,
                        "PodFactory addresses of active people that nobody has confirmed",
                        QueryShape.always(Everything.QUERY)),
                ViewRoute.of(
                        new RecommendationsView(),
                        "/api/dashboard/employees/mapping-recommendations",
                        Scope.READ,
                        "Whom the addresses that nobody has confirmed may belong to",
                        QueryShape.always(Everything.QUERY)),
                ViewRoute.of(
                        new NeedsAttentionView(),
                        "/api/dashboard/employees/needs-attention",
                        Scope.READ,
                        "Active people whose links to Connecteam and PodFactory are not complete",
                        QueryShape.always(Everything.QUERY)),
                ViewRoute.of(new PersonView(scores), "/api/dashboard/employees/{id}", Scope.READ, "One employee", ONE),
                ViewRoute.of(
                        new PersonDayView(scores),
                        "/api/dashboard/employees/{id}/stats",
                        Scope.READ,
                        "One employee's today",
                        ONE));
    }
}
