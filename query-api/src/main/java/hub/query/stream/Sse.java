package hub.query.stream;

import hub.query.hot.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SequencedMap;

/** The text of Server-Sent Events. JSON never has a line break, so data is one line. */
final class Sse {

    static final byte[] END_OF_EVENT = bytes("\n");
    static final byte[] HEARTBEAT = bytes(":\n\n");

    private Sse() {}

    /** How long a browser waits before it comes back. */
    static byte[] retry(long millis) {
        return bytes("retry: " + millis + "\n\n");
    }

    /** Without its end: an id follows. */
    static byte[] progress(Facts facts) {
        return bytes("event: progress\ndata: " + json(facts.members()) + "\n");
    }

    /** What follows may be older than what was seen, or nobody knows. */
    static byte[] resync(String reason, Facts facts) {
        SequencedMap<String, Object> members = facts.members();
        members.putFirst("reason", reason);
        return bytes("event: resync\ndata: " + json(members) + "\n\n");
    }

    static byte[] end(Ending ending) {
        return bytes("event: end\ndata: " + json(Map.of("reason", ending.word())) + "\n\n");
    }

    private static String json(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
