package hub.query.http;

import hub.query.security.ApiKey;
import hub.query.security.ApiKeys;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * All routes behind one door: every request passes the key check first, and a path that no route declares is refused.
 * Paths are exact, so finding a route is one look into a map.
 */
public final class Api implements RouterFunction<ServerResponse> {

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
    private final HandlerFunction<ServerResponse> handler = this::handle;

    public Api(List<Route> routes, ApiKeys keys, Problems problems, RouteMetrics metrics) {
        this.routes = routes.stream().collect(Collectors.toUnmodifiableMap(Route::path, Function.identity()));
        this.keys = keys;
        this.problems = problems;
        this.metrics = metrics;
    }

    @Override
    public Mono<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        return Mono.just(handler);
    }

    private Mono<ServerResponse> handle(ServerRequest request) {
        long start = metrics.now();
        String path = request.exchange().getRequest().getURI().getRawPath();
        if (!path.startsWith(PREFIX)) {
            return Mono.just(NOT_FOUND);
        }
        ApiKey key = keys.find(request.exchange().getRequest().getHeaders().getFirst("X-API-Key"));
        if (key == null) {
            metrics.refused(INVALID_KEY, start);
            return Mono.just(INVALID_KEY);
        }
        Route route = routes.get(path);
        if (route == null) {
            return Mono.just(NOT_FOUND);
        }
        HttpMethod method = request.method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            return Mono.just(METHOD_NOT_ALLOWED);
        }
        return answer(route, new Call(request, key))
                .onErrorResume(failure -> Mono.just(Reply.of(problems.of(failure, route))))
                .map(reply -> {
                    metrics.answered(route, reply, start);
                    return reply;
                });
    }

    private static Mono<Reply> answer(Route route, Call call) {
        if (!call.key().may(route.scope())) {
            return Mono.just(Reply.of(Problem.of(
                            ProblemType.SCOPE_MISSING,
                            "This needs a key with the scope " + route.scope().word())
                    .with("scope", route.scope().word())));
        }
        try {
            return route.handler().handle(call);
        } catch (RuntimeException e) {
            return Mono.error(e);
        }
    }
}
