package hub.query.stream;

import hub.query.hot.Json;
import hub.query.hot.Served;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One view within a {@link Snapshot}: its bytes, or why there are none. Written at most once, whoever reads it; the bytes
 * of the body are those of the answer, not a copy.
 */
final class Frame {

    private static final byte[] TAIL = "}\n".getBytes(StandardCharsets.UTF_8);
    private static final int TAG_BYTES = EventId.TAG_LENGTH * 3 / 4;

    private final String view;
    private final String tag;
    private final byte[] body;
    private final @Nullable Served served;
    private final @Nullable Throwable failure;
    private byte @Nullable [] head;

    private Frame(String view, String tag, byte[] body, @Nullable Served served, @Nullable Throwable failure) {
        this.view = view;
        this.tag = tag;
        this.body = body;
        this.served = served;
        this.failure = failure;
    }

    /** @param before the frame of the same view that came before, if there was one: often nothing changed */
    static Frame of(String view, Served served, @Nullable Frame before) {
        Served was = before == null ? null : before.served;
        if (before != null && was == served) {
            return before;
        }
        String tag = before != null && was != null && was.etag().equals(served.etag())
                ? before.tag
                : tag(view, served.etag());
        return new Frame(view, tag, served.body(), served, null);
    }

    /** @param problem an RFC 9457 problem, which tells of {@code failure} */
    static Frame ofProblem(String view, byte[] problem, Throwable failure) {
        return new Frame(view, tag(view, new String(problem, StandardCharsets.UTF_8)), problem, null, failure);
    }

    /** Equal tags mean the same view with the same bytes. */
    String tag() {
        return tag;
    }

    /** Null if it is a problem. */
    @Nullable
    Served served() {
        return served;
    }

    /** Why there is no answer; null if there is one. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Whether MySQL itself has answered. */
    boolean isFromMysql() {
        return served != null && served.generation() == null;
    }

    /** The event without its id and its end. */
    List<byte[]> parts() {
        byte[] first = head;
        if (first == null) {
            first = served == null ? problemHead() : viewHead(served);
            head = first;
        }
        return List.of(first, body, TAIL);
    }

    private byte[] viewHead(Served shown) {
        SequencedMap<String, Object> members = Facts.of(shown).members();
        members.putFirst("view", view);
        members.put("etag", shown.etag());
        return head("view", members, "body");
    }

    private byte[] problemHead() {
        return head("problem", Map.of("view", view), "problem");
    }

    private static byte[] head(String event, Map<String, Object> members, String last) {
        String json = new String(Json.bytes(members), StandardCharsets.UTF_8);
        return ("event: " + event + "\ndata: " + json.substring(0, json.length() - 1) + ",\"" + last + "\":")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String tag(String view, String of) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((view + "\n" + of).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
