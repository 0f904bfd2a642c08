package hub.query.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Whatever escapes the routes is a problem, too, and tells nothing of our insides. In front of Boot's own handler. */
@Order(-2)
public final class LastResort implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(LastResort.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        return write(problem(failure), exchange.getResponse());
    }

    private static Mono<Void> write(Problem problem, ServerHttpResponse response) {
        response.setStatusCode(HttpStatusCode.valueOf(problem.type().status()));
        response.getHeaders().set(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getHeaders().set(Api.CONTENT_TYPE_OPTIONS.toString(), Api.NOSNIFF.toString());
        return response.writeWith(Mono.just(response.bufferFactory().wrap(problem.body())));
    }

    private static Problem problem(Throwable failure) {
        if (failure instanceof ResponseStatusException refused) {
            return switch (refused.getStatusCode().value()) {
                case 404 -> Problem.of(ProblemType.NOT_FOUND, null);
                case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, null);
                case 400 -> Problem.of(ProblemType.INVALID_PARAMETER, "The request cannot be read");
                case 503 -> Problem.of(ProblemType.UNAVAILABLE, null);
                default -> internal(failure);
            };
        }
        return internal(failure);
    }

    private static Problem internal(Throwable failure) {
        log.error("A request failed outside the routes", failure);
        return Problem.of(ProblemType.INTERNAL, null);
    }
}
