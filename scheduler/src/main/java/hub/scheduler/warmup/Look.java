package hub.scheduler.warmup;

import hub.projections.board.PartitionId;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.redis.Marks;
import hub.redis.PartitionRead;
import hub.redis.PartitionVersion;
import java.util.Map;

/** Partitions of the live generation, at one checkpoint. */
record Look(Generation generation, Checkpoint checkpoint, Marks marks, Map<PartitionId, PartitionRead> read) {

    private static final PartitionRead NOTHING = new PartitionRead(PartitionVersion.UNTOUCHED, Map.of());

    PartitionRead of(PartitionId partition) {
        return read.getOrDefault(partition, NOTHING);
    }

    /** Whether everything that MySQL committed before it committed the {@code n}th canary is contained. */
    boolean contains(long n) {
        return checkpoint.canary() != null && checkpoint.canary().n() >= n;
    }
}
