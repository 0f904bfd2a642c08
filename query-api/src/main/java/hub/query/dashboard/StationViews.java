package hub.query.dashboard;

import hub.projections.stations.StaffingView;
import hub.projections.stations.StationPeopleView;
import hub.projections.view.Everything;
import hub.query.http.QueryShape;
import hub.query.http.ViewRoute;
import hub.query.security.Scope;
import java.util.List;

/** How fast work goes at the stations. The legacy asked for no key here. */
final class StationViews {

    private StationViews() {}

    static List<ViewRoute<?>> all() {
        return List.of(
                ViewRoute.of(
                        new StationPeopleView(),
                        "/api/station-performance",
                        Scope.READ,
                        "How fast everybody was at each station, today and on the 30 days before",
                        QueryShape.always(Everything.QUERY)),
                ViewRoute.of(
                        new StaffingView(),
                        "/api/dashboard/station-performance",
                        Scope.READ,
                        "The stations of today: people, output and rate against a target",
                        QueryShape.always(Everything.QUERY)));
    }
}
