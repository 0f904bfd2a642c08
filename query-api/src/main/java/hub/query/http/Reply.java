package hub.query.http;

import hub.query.hot.Served;
import hub.query.stream.Reader;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
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

    /** The answer, or 304 if the caller has these bytes. */
    public static Reply of(Served served, @Nullable String ifNoneMatch) {
        HttpHeaders headers = AnswerHeaders.of(served);
        return IfNoneMatch.matches(ifNoneMatch, served.etag())
                ? new Reply(
                        HttpResponseStatus.NOT_MODIFIED,
                        headers,
                        NONE,
                        served.rung().word())
                : new Reply(
                        HttpResponseStatus.OK,
                        headers,
                        new Body.Bytes(served.body()),
                        served.rung().word());
    }

    /** An answer to what was posted: nobody keeps it, so it has no entity tag. */
    public static Reply once(Served served) {
        HttpHeaders headers = AnswerHeaders.made(served)
                .set(HttpHeaderNames.CACHE_CONTROL, NEVER_KEPT)
                .remove(HttpHeaderNames.ETAG);
        return new Reply(
                HttpResponseStatus.OK,
                headers,
                new Body.Bytes(served.body()),
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
}
