package hub.scheduler.warmup;

import hub.mysql.MysqlBoards;
import hub.projections.board.PartitionId;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the read models should be. */
@FunctionalInterface
interface Source {

    /**
     * The fields of exactly those partitions, computed from one consistent read.
     *
     * @throws RuntimeException if MySQL cannot be asked
     */
    Map<PartitionId, Map<String, String>> read(Set<PartitionId> partitions);

    static Source of(MysqlBoards boards, Duration within) {
        return partitions -> Objects.requireNonNull(
                boards.inOneRead(read -> read.load(partitions)).block(within));
    }
}
