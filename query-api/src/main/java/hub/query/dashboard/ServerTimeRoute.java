package hub.query.dashboard;

import hub.projections.servertime.ServerTime;
import hub.query.hot.Json;
import hub.query.http.Method;
import hub.query.http.PathTemplate;
import hub.query.http.Reply;
import hub.query.http.Route;
import hub.query.security.Scope;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;

/** The service's clock: no view, for it reads nothing and must answer whatever else cannot. */
public final class ServerTimeRoute {

    private ServerTimeRoute() {}

    public static Route of(Clock clock) {
        return new Route(
                "server-time",
                Method.GET,
                new PathTemplate("/api/dashboard/server-time"),
                Scope.READ,
                "The service's clock",
                List.of(),
                call -> Mono.just(Reply.json(Json.bytes(ServerTime.at(clock.instant())))));
    }
}
