package hub.query.http;

import hub.query.hot.Ready;
import hub.query.security.ApiKey;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * All routes behind one door: every request below {@code /api/} passes the key check first, and a path that no route
 * declares is refused. Knows nothing of the transport. Safe for concurrent use.
 */
public final class Api {

    static final String PREFIX = "/api/";
    /** What is JSON is read as nothing else, whatever texts of users it contains. */
    static final AsciiString CONTENT_TYPE_OPTIONS = AsciiString.cached("X-Content-Type-Options");

    static final AsciiString NOSNIFF = AsciiString.cached("nosniff");
    private static final Reply NOT_FOUND = Reply.of(Problem.of(ProblemType.NOT_FOUND, null));

    private final List<Route> routes;
    private final Router router;
    private final Gate gate;
    private final Problems problems;
    private final RouteMetrics metrics;
    private final Clock clock;

    public Api(List<Route> routes, Gate gate, Problems problems, RouteMetrics metrics, Clock clock) {
        this.routes = List.copyOf(routes);
        this.router = new Router(routes);
        this.gate = gate;
        this.problems = problems;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Every route that is answered, in the order of declaration. */
    public List<Route> routes() {
        return routes;
    }

    /** The answer, at once if it is ready. Never fails: failures are answered as problems. */
    public Mono<Reply> answer(Request request) {
        long start = metrics.now();
        return request.header("X-API-Key") == null && request.query().contains(TicketRoutes.TICKET.name())
                ? Mono.defer(() -> byTicket(request, start))
                : answer(gate.check(request), request, start);
    }

    /** For a route that declares the ticket, it stands for the key. */
    private Mono<Reply> byTicket(Request request, long start) {
        Router.Match match = router.find(request.path());
        Method method = method(request.method());
        Route route = match == null || method == null ? null : match.routes().get(method);
        if (route == null || !route.parameters().contains(TicketRoutes.TICKET)) {
            return answer(gate.check(request), request, start);
        }
        List<String> given = QueryString.written(request.query(), TicketRoutes.TICKET.name());
        if (given.size() != 1) {
            return answer(gate.check(request), request, start);
        }
        return gate.check(request, given.getFirst())
                .flatMap(verdict -> answer(verdict, request, start))
                .onErrorResume(failure -> {
                    Reply failed = Reply.of(problems.of(failure, route.name(), request.id()));
                    metrics.answered(route, failed, start);
                    return Mono.just(failed);
                });
    }

    private Mono<Reply> answer(Gate.Verdict verdict, Request request, long start) {
        if (verdict instanceof Gate.Answered(Reply reply)) {
            metrics.refused(reply, start);
            return Mono.just(reply);
        }
        ApiKey key = ((Gate.Admitted) verdict).key();
        Router.Match match = router.find(request.path());
        if (match == null) {
            metrics.refused(NOT_FOUND, start);
            return Mono.just(NOT_FOUND);
        }
        Method method = method(request.method());
        Route route = method == null ? null : match.routes().get(method);
        if (route == null) {
            Reply refused = notAllowed(match);
            metrics.refused(refused, start);
            return Mono.just(refused);
        }
        Mono<Reply> reply = answer(route, request, key, match);
        Reply ready = Ready.of(reply);
        if (ready != null) {
            metrics.answered(route, ready, start);
            return reply;
        }
        return reply.onErrorResume(failure -> Mono.just(Reply.of(problems.of(failure, route.name(), request.id()))))
                .doOnNext(later -> metrics.answered(route, later, start));
    }

    private static @Nullable Method method(String method) {
        return switch (method) {
            case "GET", "HEAD" -> Method.GET;
            case "POST" -> Method.POST;
            default -> null;
        };
    }

    private static Reply notAllowed(Router.Match match) {
        TreeSet<String> allowed = new TreeSet<>();
        match.routes().keySet().forEach(method -> allowed.add(method.name()));
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return Reply.of(Problem.of(ProblemType.METHOD_NOT_ALLOWED, null).header("Allow", String.join(", ", allowed)));
    }

    private Mono<Reply> answer(Route route, Request request, ApiKey key, Router.Match match) {
        if (!key.may(route.scope())) {
            return Mono.just(Reply.of(Problems.scopeMissing(route.scope())));
        }
        try {
            Arguments arguments = Arguments.parse(route.parameters(), given(request, match), clock.instant());
            return route.handler().handle(new Call(request, key, arguments));
        } catch (RuntimeException e) {
            return Mono.error(e);
        }
    }

    /** Names in the path win over the same names in the query. */
    private static Map<String, List<String>> given(Request request, Router.Match match) {
        Map<String, List<String>> query = QueryString.parse(request.query());
        if (match.variables().isEmpty()) {
            return query;
        }
        Map<String, List<String>> all = new HashMap<>(query);
        all.putAll(match.variables());
        return all;
    }

    /** Adds to an answer what does not depend on what it says. */
    void mark(Request request, Reply reply, HttpHeaders headers) {
        gate.mark(request.header("Origin"), headers);
        headers.set(CONTENT_TYPE_OPTIONS, NOSNIFF);
        if (reply.status().code() >= HttpResponseStatus.BAD_REQUEST.code()) {
            headers.set("Hub-Request-Id", request.id());
        }
    }
}
