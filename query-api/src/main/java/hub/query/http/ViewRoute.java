package hub.query.http;

import hub.projections.view.View;
import hub.query.security.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One view, served: the single route, batch requests, the summary and streams all read from this declaration, and call
 * the view by {@link #name()}.
 *
 * @param summary one line for the documentation
 */
public record ViewRoute<Q>(View<Q, ?> view, PathTemplate path, Scope scope, String summary, QueryShape<Q> shape) {

    public static <Q> ViewRoute<Q> of(View<Q, ?> view, String path, Scope scope, String summary, QueryShape<Q> shape) {
        return new ViewRoute<>(view, new PathTemplate(path), scope, summary, shape);
    }

    /** The view's name, which is the route's, too. */
    public String name() {
        return view.name();
    }

    public List<Parameter<?>> parameters() {
        return shape.parameters();
    }

    /**
     * The query that {@code given} asks for.
     *
     * @param given texts by the parameters' names
     * @throws Refusal if something is missing or not allowed
     */
    public Q query(Map<String, List<String>> given, Instant now) {
        return query(Arguments.parse(parameters(), given, now));
    }

    Q query(Arguments arguments) {
        return shape.make().apply(arguments);
    }

    Route route(Route.Handler handler) {
        return new Route(name(), Method.GET, path, scope, summary, parameters(), handler);
    }
}
