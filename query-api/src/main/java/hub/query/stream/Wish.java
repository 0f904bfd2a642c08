package hub.query.stream;

import hub.query.security.Grant;
import org.jspecify.annotations.Nullable;

/**
 * What one reader asks for.
 *
 * @param grant whose key it is, and all that the key must be allowed as long as the stream is open
 * @param intervalMillis the least time between two changes that it wants to be told
 * @param lastEventId what it says it holds; null for nothing
 */
public record Wish(
        Grant grant, long intervalMillis, @Nullable String lastEventId) {

    /** No reader is told more often. */
    public static final long SHORTEST_INTERVAL_MILLIS = 100;

    public Wish {
        if (intervalMillis < SHORTEST_INTERVAL_MILLIS) {
            throw new IllegalArgumentException("an interval of " + intervalMillis + " ms is below the shortest, "
                    + SHORTEST_INTERVAL_MILLIS + " ms");
        }
    }
}
