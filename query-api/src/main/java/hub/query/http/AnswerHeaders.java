package hub.query.http;

import hub.query.hot.Served;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The headers that tell what an answer is. A hot answer is given many times with the same ones, so those of the last few
 * are kept, as long as the answers themselves are; as bytes, since writing text costs more than finding it.
 */
final class AnswerHeaders {

    private static final AsciiString JSON = AsciiString.cached("application/json");
    /** Keep it, but ask each time: the entity tag makes asking cheap, and the key is checked each time. */
    private static final AsciiString REVALIDATE = AsciiString.cached("no-cache");
    /** What few may see is not kept by what stands between. */
    private static final AsciiString REVALIDATE_PRIVATELY = AsciiString.cached("private, no-cache");

    private static final AsciiString POSITION = AsciiString.cached("Hub-Position");
    private static final AsciiString POSITION_AT_LEAST = AsciiString.cached("Hub-Position-At-Least");
    private static final AsciiString AS_OF = AsciiString.cached("Hub-As-Of");
    private static final AsciiString EVALUATED_AT = AsciiString.cached("Hub-Evaluated-At");
    private static final AsciiString STATE = AsciiString.cached("Hub-State");
    private static final AsciiString SOURCE = AsciiString.cached("Hub-Source");
    private static final AsciiString GENERATION = AsciiString.cached("Hub-Generation");

    /**
     * How an answer is given.
     *
     * @param gzip whether compressed
     * @param shared whether what stands between may keep it
     * @param full false for a 304: it tells no coding, since it may confirm bytes that are kept in another one
     */
    record Form(boolean gzip, boolean shared, boolean full) {}

    private record Kept(WeakReference<Served> of, Form form, HttpHeaders headers) {}

    private static final int PLACES = 64;
    private static final AtomicReferenceArray<@Nullable Kept> KEPT = new AtomicReferenceArray<>(PLACES);

    private AnswerHeaders() {}

    /** Of an answer that may be asked for again. Shared; not to be changed. */
    static HttpHeaders of(Served served, Form form) {
        int place =
                (System.identityHashCode(served) * 4 + (form.gzip() ? 2 : 0) + (form.full() ? 1 : 0)) & (PLACES - 1);
        Kept kept = KEPT.get(place);
        if (kept != null && kept.of().refersTo(served) && kept.form().equals(form)) {
            return kept.headers();
        }
        HttpHeaders headers = made(served)
                .set(HttpHeaderNames.CACHE_CONTROL, form.shared() ? REVALIDATE : REVALIDATE_PRIVATELY)
                .set(HttpHeaderNames.ETAG, new AsciiString(etag(served, form.gzip())));
        if (form.gzip() && form.full()) {
            headers.set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
        }
        KEPT.set(place, new Kept(new WeakReference<>(served), form, headers));
        return headers;
    }

    static String etag(Served served, boolean gzip) {
        return gzip ? served.encoded().gzipEtag() : served.encoded().etag();
    }

    /** What is true of the answer, however it is given. The caller's own. */
    static HttpHeaders made(Served served) {
        HttpHeaders headers = new DefaultHttpHeaders()
                .set(HttpHeaderNames.CONTENT_TYPE, JSON)
                .set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING)
                .set(served.positionAtLeast() ? POSITION_AT_LEAST : POSITION, new AsciiString(served.position()))
                .set(AS_OF, new AsciiString(served.asOf()))
                .set(EVALUATED_AT, new AsciiString(served.evaluatedAt()))
                .set(STATE, new AsciiString(served.state().word()))
                .set(SOURCE, new AsciiString(served.rung().word()));
        if (served.generation() != null) {
            headers.set(GENERATION, new AsciiString(served.generation()));
        }
        return headers;
    }
}
