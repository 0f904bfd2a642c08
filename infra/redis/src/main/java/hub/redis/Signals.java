package hub.redis;

import hub.projections.board.PartitionId;
import hub.projections.store.Announcement;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.Pointer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text of pointers and of messages on the signal channel. */
final class Signals {

    private static final String COMMIT = "commit ";
    private static final String POINTER = "pointer ";
    private static final String NONE = "-";

    private Signals() {}

    /** First line of an announcement; the script adds the touched partitions (their number first) and the checkpoint. */
    static String announcementHead(Generation generation) {
        return COMMIT + generation.number();
    }

    static String pointerMoved(Pointer pointer) {
        return POINTER + text(pointer);
    }

    static StoreSignal parse(String message) {
        if (message.startsWith(POINTER)) {
            return new StoreSignal.PointerMoved(pointer(message.substring(POINTER.length())));
        }
        String[] lines = message.split("\n", 3);
        if (lines.length < 3 || !lines[0].startsWith(COMMIT)) {
            throw new IllegalArgumentException("not a signal: a message of " + message.length() + " characters");
        }
        Generation generation = new Generation(Long.parseLong(lines[0].substring(COMMIT.length())));
        String[] rest = lines[2].split("\n", Integer.parseInt(lines[1]) + 1);
        Set<PartitionId> touched = new LinkedHashSet<>();
        for (int i = 0; i < rest.length - 1; i++) {
            touched.add(PartitionId.parse(rest[i]));
        }
        return new StoreSignal.Announced(
                new Announcement(generation, Checkpoint.parse(rest[rest.length - 1]), Set.copyOf(touched)));
    }

    static String text(Pointer pointer) {
        return text(pointer.live()) + " " + text(pointer.previous());
    }

    static Pointer pointer(@Nullable String text) {
        if (text == null) {
            return Pointer.NONE;
        }
        int space = text.indexOf(' ');
        return new Pointer(generation(text.substring(0, space)), generation(text.substring(space + 1)));
    }

    private static String text(@Nullable Generation generation) {
        return generation == null ? NONE : Long.toString(generation.number());
    }

    private static @Nullable Generation generation(String text) {
        return text.equals(NONE) ? null : new Generation(Long.parseLong(text));
    }
}
