package hub.query.dashboard;

import hub.projections.cost.CostView;
import hub.projections.daterange.DateRangeView;
import hub.projections.payrates.PayratesView;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.query.http.QueryShape;
import hub.query.http.ViewRoute;
import hub.query.security.Scope;
import java.util.List;

/** Ranges of days, pay and cost. */
final class AnalysisViews {

    private AnalysisViews() {}

    static List<ViewRoute<?>> of(ScoreMode scores) {
        return List.of(
                ViewRoute.of(
                        new DateRangeView(scores),
                        "/api/dashboard/analytics/date-range",
                        Scope.READ,
                        "People, departments and totals of up to 92 days",
                        Ranges.BOTH_ENDS),
                ViewRoute.of(
                        new CostView(scores),
                        "/api/dashboard/cost-analysis",
                        Scope.COST_READ,
                        "What the work of up to 92 days costs, by person and by department",
                        Ranges.DAY_OR_RANGE),
                ViewRoute.of(
                        new PayratesView(),
                        "/api/dashboard/employees/payrates",
                        Scope.COST_READ,
                        "The pay of every active employee",
                        QueryShape.always(Everything.QUERY)));
    }
}
