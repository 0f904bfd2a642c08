package hub.query.http;

import hub.query.security.ApiKey;
import hub.query.security.ApiKeys;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * All routes behind one door: every request below {@code /api/} passes the key check first, and a path that no route
 * declares is refused. Paths are exact, so finding a route is one look into a map.
 *
 * <p>Stands in front of WebFlux's dispatcher, not behind it: there is nothing to negotiate, and the dispatcher would cost
 * more than the answer.
 */
public final class Api implements HttpHandler {

    private static final String PREFIX = "/api/";
    private static final Reply INVALID_KEY = Reply.of(
            Problem.of(ProblemType.INVALID_KEY, null).header("WWW-Authenticate", "ApiKey header=\"X-API-Key\""));
    private static final Reply NOT_FOUND = Reply.of(Problem.of(ProblemType.NOT_FOUND, null));
    private static final Reply METHOD_NOT_ALLOWED =
            Reply.of(Problem.of(ProblemType.METHOD_NOT_ALLOWED, null).header("Allow", "GET, HEAD"));

    private final Map<String, Route> routes;
    private final ApiKeys keys;
    private final Problems problems;
    private final RouteMetrics metrics;
    private final HttpHandler others;

    /** @param others answers what is not below {@code /api/} */
    public Api(List<Route> routes, ApiKeys keys, Problems problems, RouteMetrics metrics, HttpHandler others) {
        this.routes = routes.stream().collect(Collectors.toUnmodifiableMap(Route::path, Function.identity()));
        this.keys = keys;
        this.problems = problems;
        this.metrics = metrics;
        this.others = others;
    }

    @Override
    public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
        String path = request.getURI().getRawPath();
        if (!path.startsWith(PREFIX)) {
            return others.handle(request, response);
        }
        long start = metrics.now();
        ApiKey key = keys.find(request.getHeaders().getFirst("X-API-Key"));
        if (key == null) {
            metrics.refused(INVALID_KEY, start);
            return INVALID_KEY.writeTo(response);
        }
        Route route = routes.get(path);
        if (route == null) {
            return NOT_FOUND.writeTo(response);
        }
        HttpMethod method = request.getMethod();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            return METHOD_NOT_ALLOWED.writeTo(response);
        }
        return answer(route, new Call(request, key))
                .onErrorResume(failure -> Mono.just(Reply.of(problems.of(failure, route))))
                .flatMap(reply -> {
                    metrics.answered(route, reply, start);
                    return reply.writeTo(response);
                });
    }

    private static Mono<Reply> answer(Route route, Call call) {
        if (!call.key().may(route.scope())) {
            String needed = route.scope().word();
            return Mono.just(Reply.of(Problem.of(ProblemType.SCOPE_MISSING, "This needs a key with the scope " + needed)
                    .with("scope", needed)));
        }
        try {
            return route.handler().handle(call);
        } catch (RuntimeException e) {
            return Mono.error(e);
        }
    }
}
