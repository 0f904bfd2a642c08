package hub.query.dashboard;

import hub.projections.view.DayQuery;
import hub.projections.view.View;
import hub.query.hot.Served;
import hub.query.http.DateParameter;
import hub.query.http.Reply;
import hub.query.http.Route;
import hub.query.security.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/**
 * The legacy paths of the views of one day. The legacy also sends {@code utc_start} and {@code utc_end}: the day's edges
 * are ours to know, so they are ignored like any other parameter.
 */
public final class DashboardRoutes {

    private static final Map<String, String> PATHS = Map.of(
            "leaderboard", "/api/dashboard/leaderboard",
            "departments", "/api/dashboard/departments/stats",
            "heatmap", "/api/dashboard/analytics/hourly-heatmap");

    /** Where answers come from. */
    @FunctionalInterface
    public interface Answers {
        Mono<Served> ask(View<DayQuery, ?> view, DayQuery query);
    }

    private DashboardRoutes() {}

    /** @throws IllegalArgumentException if a view has no path */
    public static List<Route> of(List<View<DayQuery, ?>> views, Answers answers, Clock clock) {
        return views.stream().map(view -> route(view, answers, clock)).toList();
    }

    private static Route route(View<DayQuery, ?> view, Answers answers, Clock clock) {
        String path = PATHS.get(view.name());
        if (path == null) {
            throw new IllegalArgumentException("the view " + view.name() + " has no path");
        }
        return new Route(view.name(), path, Scope.READ, call -> {
            DayQuery query = new DayQuery(DateParameter.read(call.parameters(), clock));
            return answers.ask(view, query).map(served -> Reply.of(served, call.header(HttpHeaders.IF_NONE_MATCH)));
        });
    }
}
