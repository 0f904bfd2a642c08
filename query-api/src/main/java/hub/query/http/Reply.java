package hub.query.http;

import hub.query.hot.Encoded;
import hub.query.hot.Served;
import hub.query.security.Scope;
import hub.query.stream.Reader;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * An answer, ready to be written.
 *
 * @param headers shared between requests; not to be changed
 * @param source the rung that it came from, for metrics
 */
public record Reply(HttpResponseStatus status, HttpHeaders headers, Body body, String source) {

    /** What follows the headers. */
    public sealed interface Body {

        /** Nothing. */
        record None() implements Body {}

        /** Ready bytes; shared between requests, not to be changed. */
        record Bytes(byte[] bytes) implements Body {}

        /** Events as they come; whoever writes them closes the reader. */
        record Events(Reader reader) implements Body {}
    }

    /** No body. */
    public static final Body NONE = new Body.None();

    static final String NO_RUNG = "none";
    private static final String NEVER_KEPT = "no-store";
    private static final String JSON = "application/json";
    private static final String EVENTS = "text/event-stream";
    /** Keep it, but ask each time: the entity tag makes asking cheap, and the key is checked each time. */
    private static final String REVALIDATE = "no-cache";
    /** What few may see is not kept by what stands between. */
    private static final String REVALIDATE_PRIVATELY = "private, no-cache";

    private static final String GZIP = "gzip";

    /**
     * The answer in the coding that the caller takes, or 304 if the caller has these bytes.
     *
     * @param scope what the route needs
     */
    public static Reply of(Served served, Call call, Scope scope) {
        Encoded encoded = served.encoded();
        String ifNoneMatch = call.header("If-None-Match");
        boolean gzip = takesGzip(call, encoded);
        String etag = gzip ? encoded.gzipEtag() : encoded.etag();
        String other = gzip ? encoded.etag() : encoded.gzipEtag();
        HttpHeaders headers = headers(served)
                .set(HttpHeaderNames.CACHE_CONTROL, scope == Scope.READ ? REVALIDATE : REVALIDATE_PRIVATELY);
        boolean hasThis = IfNoneMatch.matches(ifNoneMatch, etag);
        if (hasThis || IfNoneMatch.matches(ifNoneMatch, other)) {
            headers.set(HttpHeaderNames.ETAG, hasThis ? etag : other);
            return new Reply(
                    HttpResponseStatus.NOT_MODIFIED,
                    headers,
                    NONE,
                    served.rung().word());
        }
        headers.set(HttpHeaderNames.ETAG, etag);
        return full(served, headers, gzip);
    }

    /** An answer to what was posted: nobody keeps it, so it has no entity tag. */
    public static Reply once(Served served, Call call) {
        HttpHeaders headers = headers(served).set(HttpHeaderNames.CACHE_CONTROL, NEVER_KEPT);
        return full(served, headers, takesGzip(call, served.encoded()));
    }

    private static boolean takesGzip(Call call, Encoded encoded) {
        return AcceptEncoding.takesGzip(call.header("Accept-Encoding")) && encoded.gzip() != null;
    }

    private static Reply full(Served served, HttpHeaders headers, boolean gzip) {
        byte[] compressed = gzip ? served.encoded().gzip() : null;
        if (compressed != null) {
            headers.set(HttpHeaderNames.CONTENT_ENCODING, GZIP);
        }
        return new Reply(
                HttpResponseStatus.OK,
                headers,
                new Body.Bytes(compressed == null ? served.body() : compressed),
                served.rung().word());
    }

    /** JSON that is never kept. */
    public static Reply json(byte[] body) {
        return new Reply(HttpResponseStatus.OK, neverKept(JSON), new Body.Bytes(body), NO_RUNG);
    }

    /** Server-Sent Events, which nobody on the way may keep, change or collect. */
    static Reply of(Reader reader) {
        HttpHeaders headers = new DefaultHttpHeaders()
                .set(HttpHeaderNames.CONTENT_TYPE, EVENTS)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store, no-transform")
                .set("X-Accel-Buffering", "no");
        return new Reply(HttpResponseStatus.OK, headers, new Body.Events(reader), NO_RUNG);
    }

    public static Reply of(Problem problem) {
        HttpHeaders headers = neverKept(Problem.MEDIA_TYPE);
        problem.headers().forEach(headers::set);
        return new Reply(
                HttpResponseStatus.valueOf(problem.type().status()), headers, new Body.Bytes(problem.body()), NO_RUNG);
    }

    private static HttpHeaders neverKept(String contentType) {
        return new DefaultHttpHeaders()
                .set(HttpHeaderNames.CONTENT_TYPE, contentType)
                .set(HttpHeaderNames.CACHE_CONTROL, NEVER_KEPT);
    }

    private static HttpHeaders headers(Served served) {
        HttpHeaders headers = new DefaultHttpHeaders()
                .set(HttpHeaderNames.CONTENT_TYPE, JSON)
                .set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING)
                .set(served.positionAtLeast() ? "Hub-Position-At-Least" : "Hub-Position", served.position())
                .set("Hub-As-Of", served.asOf())
                .set("Hub-Evaluated-At", served.evaluatedAt())
                .set("Hub-State", served.state().word())
                .set("Hub-Source", served.rung().word());
        if (served.generation() != null) {
            headers.set("Hub-Generation", served.generation());
        }
        return headers;
    }
}
