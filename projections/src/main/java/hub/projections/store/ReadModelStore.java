package hub.projections.store;

import hub.projections.board.PartitionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The write side's view of the store. Every method reaches the store before it returns, and throws
 * {@link StoreUnavailable} if it cannot; all are safe to repeat.
 *
 * <p>Threads: safe for concurrent use; commits to one generation come from one thread at a time, and the comparison of
 * checkpoints makes a second writer harmless.
 */
public interface ReadModelStore {

    Pointer pointer();

    /** Moves the pointer if it still is {@code expected}; says whether it did, and announces the move to readers. */
    boolean movePointer(Pointer expected, Pointer next);

    Optional<Checkpoint> checkpoint(Generation generation);

    CommitOutcome commit(Generation generation, Commit commit);

    /** The schema history entries of the generation, in order. */
    List<String> schemaHistory(Generation generation);

    /** One partition's raw fields; empty if absent. For verification and tests; readers use their own path. */
    default Map<String, String> fields(Generation generation, PartitionId partition) {
        return fields(generation, List.of(partition)).getFirst();
    }

    /** The raw fields of each of {@code partitions}, in their order, in one round trip but at no common instant. */
    List<Map<String, String>> fields(Generation generation, List<PartitionId> partitions);

    /** Every partition that has fields. */
    List<PartitionId> partitions(Generation generation);

    /** All generations of which anything is stored, in order. */
    List<Generation> generations();

    /** Removes every trace of the generation; returns when all is gone. */
    void discard(Generation generation);
}
