package hub.projections.store;

import hub.projections.board.PartitionId;
import java.util.Set;

/**
 * What a commit tells readers. A reader that sees a gap in the sequence trusts nothing it holds until it has asked.
 *
 * @param touched the partitions written since the previous announcement of this generation
 */
public record Announcement(Generation generation, Checkpoint checkpoint, Set<PartitionId> touched) {}
