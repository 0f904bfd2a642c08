package hub.scheduler.warmup;

import hub.projections.board.PartitionId;
import hub.redis.BoardReader;
import hub.redis.ReadResult;
import java.time.Duration;
import java.util.Set;

/** The live read models. */
@FunctionalInterface
interface Stored {

    /**
     * Partitions as they are.
     *
     * @throws NotWarm if no generation is live
     * @throws RuntimeException if the store cannot be asked
     */
    Look look(Set<PartitionId> partitions) throws NotWarm;

    static Stored of(BoardReader reader, Duration within) {
        return partitions -> {
            ReadResult read = reader.pulse()
                    .mapNotNull(pulse -> pulse.pointer().live())
                    .flatMap(live -> reader.read(live, partitions))
                    .block(within);
            if (read == null) {
                throw new NotWarm("no generation of the read models is live");
            }
            return new Look(read.generation(), read.checkpoint(), read.marks(), read.changed());
        };
    }
}
