package hub.query.http;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may read answers (the Fetch standard's CORS). Pages of other origins are told nothing, and the browser
 * keeps the answer from them. Cookies play no part: a page must know a key.
 */
public final class Cors {

    private static final String ANY = "*";
    private static final String METHODS = "GET, HEAD, POST";
    private static final String SENT =
            "X-API-Key, Content-Type, If-None-Match, Hub-Read-After, Prefer," + " Last-Event-ID, X-Request-Id";
    private static final String EXPOSED = "ETag, Retry-After, Hub-Position, Hub-Position-At-Least, Hub-As-Of, "
            + "Hub-Evaluated-At, Hub-Generation, Hub-State, Hub-Source, Hub-Request-Id, Hub-Report-Version";
    private static final String REMEMBERED_SECONDS = "600";

    private final Set<String> origins;

    /** @param origins like {@code https://dashboard.example}; {@code *} for any */
    public Cors(List<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /** The answer to a browser's question whether it may ask; null if this is no such question. Needs no key. */
    @Nullable
    Reply preflight(Request request) {
        String method = request.method().equals("OPTIONS") ? request.header("Access-Control-Request-Method") : null;
        if (method == null) {
            return null;
        }
        HttpHeaders headers = new DefaultHttpHeaders();
        if (allows(request.header("Origin"))) {
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, SENT)
                    .set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, REMEMBERED_SECONDS);
        }
        return new Reply(HttpResponseStatus.NO_CONTENT, headers, Reply.NONE, Reply.NO_RUNG);
    }

    /** Adds to any answer what lets the page at {@code origin} read it. */
    void mark(@Nullable String origin, HttpHeaders headers) {
        if (!origins.isEmpty()) {
            headers.add(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN);
        }
        if (origin != null && allows(origin)) {
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .set(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
    }

    private boolean allows(@Nullable String origin) {
        return origin != null && (origins.contains(origin) || origins.contains(ANY));
    }
}
