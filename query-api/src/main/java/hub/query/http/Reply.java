package hub.query.http;

import hub.query.hot.Served;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * Ready bytes as a response. Writes headers and body straight through: no negotiation, no codec, no copy.
 *
 * @param body null for none
 * @param source the rung that it came from, for metrics
 */
public record Reply(HttpStatusCode status, Head head, byte @Nullable [] body, String source) {

    /** Sets the headers of one response. */
    @FunctionalInterface
    public interface Head {
        void write(HttpHeaders headers);
    }

    private static final HttpStatusCode OK = HttpStatusCode.valueOf(200);
    private static final HttpStatusCode NOT_MODIFIED = HttpStatusCode.valueOf(304);
    private static final String NO_RUNG = "none";
    private static final String JSON = "application/json";
    /** Keep it, but ask each time: the entity tag makes asking cheap. */
    private static final String REVALIDATE = "private, no-cache";

    /** The answer, or 304 if the caller has these bytes. */
    public static Reply of(Served served, @Nullable String ifNoneMatch) {
        return IfNoneMatch.matches(ifNoneMatch, served.etag())
                ? new Reply(
                        NOT_MODIFIED,
                        headers -> write(headers, served),
                        null,
                        served.rung().word())
                : new Reply(
                        OK,
                        headers -> write(headers, served),
                        served.body(),
                        served.rung().word());
    }

    /** JSON that is never kept. */
    public static Reply json(byte[] body) {
        return new Reply(
                OK,
                headers -> {
                    headers.set(HttpHeaders.CONTENT_TYPE, JSON);
                    headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
                },
                body,
                NO_RUNG);
    }

    public static Reply of(Problem problem) {
        return new Reply(
                HttpStatusCode.valueOf(problem.type().status()),
                headers -> {
                    headers.set(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
                    headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
                    problem.headers().forEach(headers::set);
                },
                problem.body(),
                NO_RUNG);
    }

    private static void write(HttpHeaders headers, Served served) {
        headers.set(HttpHeaders.CONTENT_TYPE, JSON);
        headers.set(HttpHeaders.CACHE_CONTROL, REVALIDATE);
        headers.set(HttpHeaders.ETAG, served.etag());
        if (served.generation() != null) {
            headers.set("Hub-Generation", served.generation());
        }
        headers.set(served.positionAtLeast() ? "Hub-Position-At-Least" : "Hub-Position", served.position());
        headers.set("Hub-As-Of", served.asOf());
        headers.set("Hub-Evaluated-At", served.evaluatedAt());
        headers.set("Hub-State", served.state().word());
        headers.set("Hub-Source", served.rung().word());
    }

    /** Completes when all is written. */
    Mono<Void> writeTo(ServerHttpResponse response) {
        response.setStatusCode(status);
        HttpHeaders headers = response.getHeaders();
        head.write(headers);
        if (body == null) {
            return response.setComplete();
        }
        headers.setContentLength(body.length);
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }
}
