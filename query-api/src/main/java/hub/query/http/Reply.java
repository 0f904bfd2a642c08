package hub.query.http;

import hub.query.hot.Etag;
import hub.query.hot.Served;
import hub.query.security.Scope;
import hub.query.stream.Reader;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /**
     * The answer in the coding that the caller takes, or 304 if the caller has these bytes.
     *
     * @param scope what the route needs
     */
    public static Reply of(Served served, Call call, Scope scope) {
        boolean gzip = takesGzip(call, served);
        boolean shared = scope == Scope.READ;
        String ifNoneMatch = call.header("If-None-Match");
        if (ifNoneMatch != null) {
            for (boolean coding : new boolean[] {gzip, !gzip}) {
                if (IfNoneMatch.matches(ifNoneMatch, AnswerHeaders.etag(served, coding))) {
                    return new Reply(
                            HttpResponseStatus.NOT_MODIFIED,
                            AnswerHeaders.of(served, new AnswerHeaders.Form(coding, shared, false)),
                            NONE,
                            served.rung().word());
                }
            }
        }
        return new Reply(
                HttpResponseStatus.OK,
                AnswerHeaders.of(served, new AnswerHeaders.Form(gzip, shared, true)),
                new Body.Bytes(bytes(served, gzip)),
                served.rung().word());
    }

    /** An answer to what was posted: nobody keeps it, so it has no entity tag. */
    public static Reply once(Served served, Call call) {
        boolean gzip = takesGzip(call, served);
        HttpHeaders headers = AnswerHeaders.made(served).set(HttpHeaderNames.CACHE_CONTROL, NEVER_KEPT);
        if (gzip) {
            headers.set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
        }
        return new Reply(
                HttpResponseStatus.OK,
                headers,
                new Body.Bytes(bytes(served, gzip)),
                served.rung().word());
    }

    private static boolean takesGzip(Call call, Served served) {
        return AcceptEncoding.takesGzip(call.header("Accept-Encoding"))
                && served.encoded().gzip() != null;
    }

    private static byte[] bytes(Served served, boolean gzip) {
        byte[] compressed = gzip ? served.encoded().gzip() : null;
        return compressed == null ? served.body() : compressed;
    }

    /** JSON that is never kept. */
    public static Reply json(byte[] body) {
        return new Reply(HttpResponseStatus.OK, neverKept(JSON), new Body.Bytes(body), NO_RUNG);
    }

    /**
     * A document, or 304 if the caller has these bytes.
     *
     * @param more headers besides, by name
     */
    public static Reply kept(String contentType, byte[] body, Map<String, String> more, @Nullable String ifNoneMatch) {
        String etag = Etag.of(body);
        HttpHeaders headers = new DefaultHttpHeaders()
                .set(HttpHeaderNames.CONTENT_TYPE, contentType)
                .set(HttpHeaderNames.CACHE_CONTROL, "private, no-cache")
                .set(HttpHeaderNames.ETAG, etag);
        more.forEach(headers::set);
        return IfNoneMatch.matches(ifNoneMatch, etag)
                ? new Reply(HttpResponseStatus.NOT_MODIFIED, headers, NONE, NO_RUNG)
                : new Reply(HttpResponseStatus.OK, headers, new Body.Bytes(body), NO_RUNG);
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
}
