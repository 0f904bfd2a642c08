package hub.query.boards;

import hub.projections.store.Pointer;
import hub.redis.Marks;
import hub.redis.Pulse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last pulse, and what watching taught.
 *
 * @param takenAt when the pulse was taken; {@link Instant#MIN} before the first
 * @param regained how far the store must come before it holds again what was already printed; null if it never went back
 */
public record Vitals(Pulse pulse, Instant takenAt, @Nullable Furthest regained) {

    /** A pulse older than this says nothing: three intervals. */
    public static final Duration FRESH = Duration.ofSeconds(3);

    public static final Vitals NONE =
            new Vitals(new Pulse(Pointer.NONE, null, Marks.NONE, Map.of(), List.of(), null), Instant.MIN, null);

    /** Whether the store has answered lately. */
    public boolean recentAt(Instant now) {
        return takenAt.isAfter(now.minus(FRESH));
    }
}
