package hub.query.stream;

import hub.query.hot.Served;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * How far a reader has seen. Within one generation both the sequence and the commit time must be reached again, since
 * after a fail-over a sequence may repeat with other contents; across generations the commit time tells.
 *
 * @param generation 0 for an answer from MySQL itself
 */
record Reached(long generation, long sequence, Instant committedAt) {

    static Reached of(Served served) {
        String generation = served.generation();
        return generation == null
                ? new Reached(0, 0, instant(served.asOf()))
                : new Reached(Long.parseLong(generation), served.sequence(), instant(served.asOf()));
    }

    /** Whether a store that is {@code now} there holds everything that was seen here. */
    boolean isContainedIn(Reached now) {
        return !now.committedAt.isBefore(committedAt) && (generation != now.generation || sequence <= now.sequence);
    }

    /** Before anything was streamed there is no commit time, and nothing that could be missed. */
    private static Instant instant(String asOf) {
        try {
            return Instant.parse(asOf);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
