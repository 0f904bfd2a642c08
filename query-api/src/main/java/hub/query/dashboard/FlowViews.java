package hub.query.dashboard;

import hub.projections.bottleneck.FlowView;
import hub.projections.bottleneck.HistoryQuery;
import hub.projections.bottleneck.HistoryView;
import hub.projections.view.Everything;
import hub.query.http.Parameter;
import hub.query.http.QueryShape;
import hub.query.http.ViewRoute;
import hub.query.security.Scope;
import java.util.List;

/** The flow of work through the stations. */
final class FlowViews {

    private static final Parameter<Long> HOURS = Parameter.integer(
                    "hours", 1, HistoryQuery.MAX_HOURS, "How many hours of the clock, the current one included")
            .or(24L, "24");

    private FlowViews() {}

    static List<ViewRoute<?>> all() {
        return List.of(
                ViewRoute.of(
                        new FlowView(),
                        "/api/dashboard/bottleneck/current",
                        Scope.READ,
                        "Where the work is held up now, and who could help",
                        QueryShape.always(Everything.QUERY)),
                ViewRoute.of(
                        new HistoryView(),
                        "/api/dashboard/bottleneck/history",
                        Scope.READ,
                        "How the work flowed in the last hours",
                        QueryShape.of(HOURS, hours -> new HistoryQuery(hours.intValue()))));
    }
}
