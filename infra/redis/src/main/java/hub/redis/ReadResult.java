package hub.redis;

import hub.projections.board.PartitionId;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import java.util.Map;

/**
 * Partitions of one generation, all at one checkpoint.
 *
 * @param changed the partitions asked for whose version differs from the one held; all others are as they were held
 */
public record ReadResult(
        Generation generation, Checkpoint checkpoint, Marks marks, Map<PartitionId, PartitionRead> changed) {}
