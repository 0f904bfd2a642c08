package hub.scheduler.warmup;

import hub.projections.board.PartitionId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** A second opinion of what the read models should be, by a way that has nothing in common with theirs. */
@FunctionalInterface
interface Oracle {

    /**
     * One figure of each of those partitions that it knows of; see {@link Figures#held}.
     *
     * @throws RuntimeException if MySQL cannot be asked
     */
    Map<PartitionId, BigDecimal> figures(Set<PartitionId> partitions);
}
