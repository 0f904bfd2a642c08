package hub.query.boards;

import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import java.time.Instant;

/**
 * The furthest checkpoint of a generation that was seen. After a fail-over a sequence may repeat with other contents, so
 * to regain it the commit time must be reached as well.
 */
public record Furthest(Generation generation, long sequence, Instant committedAt) {

    static Furthest of(Generation generation, Checkpoint checkpoint) {
        return new Furthest(generation, checkpoint.sequence(), committed(checkpoint));
    }

    /** Whether {@code checkpoint} lies before this one in the same generation: the store went back in time. */
    boolean isAheadOf(Generation of, Checkpoint checkpoint) {
        return of.equals(generation) && checkpoint.sequence() < sequence;
    }

    /** Whether a store at {@code checkpoint} of {@code of} holds again everything that was seen. */
    boolean isRegainedBy(Generation of, Checkpoint checkpoint) {
        return !committed(checkpoint).isBefore(committedAt)
                && (!of.equals(generation) || checkpoint.sequence() >= sequence);
    }

    private static Instant committed(Checkpoint checkpoint) {
        Instant at = checkpoint.committedAt();
        return at == null ? Instant.MIN : at;
    }
}
