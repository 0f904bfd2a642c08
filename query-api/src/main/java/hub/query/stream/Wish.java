package hub.query.stream;

import org.jspecify.annotations.Nullable;

/**
 * What one reader asks for.
 *
 * @param keyId whose key it is
 * @param intervalMillis the least time between two changes that it wants to be told
 * @param lastEventId what it says it holds; null for nothing
 */
public record Wish(
        String keyId, long intervalMillis, @Nullable String lastEventId) {

    /** No reader is told more often. */
    public static final long SHORTEST_INTERVAL_MILLIS = 100;

    public Wish {
        if (intervalMillis < SHORTEST_INTERVAL_MILLIS) {
            throw new IllegalArgumentException("an interval of " + intervalMillis + " ms is below the shortest, "
                    + SHORTEST_INTERVAL_MILLIS + " ms");
        }
    }
}
