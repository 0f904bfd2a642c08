package hub.query.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reader holds after an event, as text that it hands back to resume:
 * {@code generation.sequence.millis.tags.position}. Everything that resuming needs is inside, so any process can resume
 * any reader. The position is there for people and for {@code Hub-Read-After}; tags tell which bytes of each view are
 * held.
 *
 * @param reached null if nothing was seen yet
 * @param tags one for each view of the stream, in their order
 * @param position as printed; cut if it is very long, since it comes back as a header
 */
record EventId(@Nullable Reached reached, List<String> tags, String position) {

    static final EventId NONE = new EventId(null, List.of(), "");

    /** Longer texts are not looked at; a header may have 8 KB. */
    static final int MAX_LENGTH = 2_048;

    static final int TAG_LENGTH = 8;

    private static final int MAX_POSITION = 1_024;
    private static final Pattern FORM = Pattern.compile(
            "(?<generation>\\d{1,18})\\.(?<sequence>\\d{1,18})\\.(?<millis>\\d{1,15})\\.(?<tags>[A-Za-z0-9_-]*)\\..*");

    EventId {
        tags = List.copyOf(tags);
    }

    /** Null if {@code text} is not an id that was ever printed. */
    static @Nullable EventId parse(String text) {
        Matcher matcher = text.length() > MAX_LENGTH ? null : FORM.matcher(text);
        if (matcher == null || !matcher.matches()) {
            return null;
        }
        Reached reached = new Reached(
                Long.parseLong(matcher.group("generation")),
                Long.parseLong(matcher.group("sequence")),
                Instant.ofEpochMilli(Long.parseLong(matcher.group("millis"))));
        return new EventId(reached, split(matcher.group("tags")), "");
    }

    private static List<String> split(String tags) {
        List<String> split = new ArrayList<>();
        for (int at = 0; at + TAG_LENGTH <= tags.length(); at += TAG_LENGTH) {
            split.add(tags.substring(at, at + TAG_LENGTH));
        }
        return split;
    }

    /** Whether the {@code index}-th view is held as {@code tag}. */
    boolean holds(int index, String tag) {
        return index < tags.size() && tags.get(index).equals(tag);
    }

    String text() {
        Reached at = reached == null ? new Reached(0, 0, Instant.EPOCH) : reached;
        String shown = position.length() <= MAX_POSITION ? position : position.substring(0, MAX_POSITION);
        return at.generation() + "." + at.sequence() + "." + at.committedAt().toEpochMilli() + "."
                + String.join("", tags) + "." + shown;
    }
}
