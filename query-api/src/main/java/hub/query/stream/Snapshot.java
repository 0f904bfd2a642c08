package hub.query.stream;

import hub.query.hot.Served;
import hub.query.state.AnswerState;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All views of a stream as they were together, for all its readers. */
final class Snapshot {

    private final List<Frame> frames;
    private final Facts facts;
    private final EventId id;
    private final long changes;
    private byte @Nullable [] progress;
    private byte @Nullable [] idLine;
    private @Nullable EventId asked;
    private byte[] answered = {};

    private Snapshot(List<Frame> frames, Facts facts, EventId id, long changes) {
        this.frames = frames;
        this.facts = facts;
        this.id = id;
        this.changes = changes;
    }

    /**
     * @param frames at least one of them must have an answer if there is nothing before
     * @param before what was seen before, null at first
     */
    static Snapshot of(List<Frame> frames, @Nullable Snapshot before) {
        List<Served> served =
                frames.stream().map(Frame::served).filter(Objects::nonNull).toList();
        Facts facts = served.isEmpty() ? Objects.requireNonNull(before).facts.stale() : Facts.ofAll(served);
        Reached reached = served.isEmpty() ? Objects.requireNonNull(before).id.reached() : furthest(served);
        EventId id = new EventId(reached, frames.stream().map(Frame::tag).toList(), facts.position());
        boolean changed = before != null && !before.id.tags().equals(id.tags());
        long changes = before == null ? 0 : before.changes + (changed ? 1 : 0);
        return new Snapshot(List.copyOf(frames), facts, id, changes);
    }

    private static Reached furthest(List<Served> served) {
        return served.stream()
                .map(Reached::of)
                .max(Comparator.comparing(Reached::generation).thenComparing(Reached::sequence))
                .orElseThrow();
    }

    List<Frame> frames() {
        return frames;
    }

    Facts facts() {
        return facts;
    }

    /** What a reader holds who has seen all of this. */
    EventId id() {
        return id;
    }

    /** How often a body had changed before this. */
    long changes() {
        return changes;
    }

    /**
     * Whether all answers that can stand at one position do. What MySQL answers has a position of its own, and what is
     * stale has stopped: neither is worth waiting for.
     */
    boolean isAtOnePosition() {
        return frames.stream()
                        .map(Frame::served)
                        .filter(Objects::nonNull)
                        .filter(served -> served.generation() != null)
                        .filter(served -> served.state().compareTo(AnswerState.STALE) < 0)
                        .map(Served::position)
                        .distinct()
                        .count()
                <= 1;
    }

    /** Whether a reader who has seen {@code other} learns nothing from this. */
    boolean saysTheSameAs(@Nullable Snapshot other) {
        return other != null && facts.equals(other.facts) && id.equals(other.id);
    }

    /** Whether a reader who has seen {@code told} would be shown nothing new, nor told to begin anew. */
    boolean isOnlyProgressSince(Snapshot told) {
        Reached seen = told.id.reached();
        Reached now = id.reached();
        return id.tags().equals(told.id.tags()) && (seen == null || now == null || seen.isContainedIn(now));
    }

    /**
     * What a reader who holds {@code held} has yet to be told; not to be changed. Nearly all readers hold the same, and one
     * piece for all of them is written faster than many.
     */
    byte[] since(EventId held) {
        if (!held.equals(asked)) {
            answered = together(partsSince(held));
            asked = held;
        }
        return answered;
    }

    private static byte[] together(List<byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(
                parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private List<byte[]> partsSince(EventId held) {
        List<byte[]> parts = new ArrayList<>();
        Reached seen = held.reached();
        Reached now = id.reached();
        boolean again = seen != null && now != null && !seen.isContainedIn(now);
        if (again) {
            parts.add(Sse.resync("went-back", facts));
        }
        boolean any = false;
        for (int i = 0; i < frames.size(); i++) {
            Frame frame = frames.get(i);
            if (again || !held.holds(i, frame.tag())) {
                if (any) {
                    parts.add(Sse.END_OF_EVENT);
                }
                parts.addAll(frame.parts());
                any = true;
            }
        }
        if (!any) {
            parts.add(progress());
        }
        parts.add(idLine());
        parts.add(Sse.END_OF_EVENT);
        return parts;
    }

    private byte[] progress() {
        byte[] bytes = progress;
        if (bytes == null) {
            bytes = Sse.progress(facts);
            progress = bytes;
        }
        return bytes;
    }

    private byte[] idLine() {
        byte[] bytes = idLine;
        if (bytes == null) {
            bytes = ("id: " + id.text() + "\n").getBytes(StandardCharsets.UTF_8);
            idLine = bytes;
        }
        return bytes;
    }
}
