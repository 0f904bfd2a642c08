package hub.query.boards;

import hub.projections.board.PartitionId;
import hub.projections.store.Checkpoint;
import java.util.Map;

/**
 * What one look at the store brought.
 *
 * @param touched the fields of the partitions touched since they were read; empty fields = the partition is absent
 */
public record Reading(Checkpoint checkpoint, Map<PartitionId, Map<String, String>> touched) {}
