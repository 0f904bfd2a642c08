package hub.query.http;

import hub.query.hot.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem, with the legacy's {@code error} member.
 *
 * @param detail for people; names what was wrong and the way out, never anything internal
 * @param members further members, by name
 * @param headers further headers, by name
 */
public record Problem(
        ProblemType type, @Nullable String detail, Map<String, Object> members, Map<String, String> headers) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ProblemType type, @Nullable String detail) {
        return new Problem(type, detail, Map.of(), Map.of());
    }

    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, detail, more, headers);
    }

    public Problem header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(type, detail, members, more);
    }

    public Problem retryAfter(long seconds) {
        return header("Retry-After", Long.toString(seconds));
    }

    /** The body, UTF-8. */
    byte[] body() {
        return Json.bytes(json());
    }

    /** The body's members in their order. */
    public SequencedMap<String, Object> json() {
        SequencedMap<String, Object> body = new LinkedHashMap<>();
        body.put("type", type.uri());
        body.put("title", type.title());
        body.put("status", type.status());
        if (detail != null) {
            body.put("detail", detail);
        }
        body.put("error", detail == null ? type.title() : detail);
        body.putAll(members);
        return body;
    }

    /** Ends the handling of a request with this problem. */
    public Refusal refusal() {
        return new Refusal(this);
    }
}
