package hub.redis;

import hub.projections.board.PartitionId;
import hub.projections.store.StoreUnavailable;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Puts a read together from as many looks as it needs. Each look sends a bounded piece and validates all that was sent
 * before, so the last one makes everything stand at its checkpoint.
 */
public final class WholeRead {

    private static final int MOST_LOOKS = 10_000;

    private WholeRead() {}

    /**
     * @param look one look at the partitions held, see {@link BoardReader#look}
     * @return whole; fails with {@link StoreUnavailable} if partitions change faster than they are sent, or as a look does
     */
    public static Mono<ReadResult> of(
            Function<Map<PartitionId, @Nullable PartitionVersion>, Mono<ReadResult>> look,
            Map<PartitionId, @Nullable PartitionVersion> held) {
        return look.apply(held)
                .expand(read -> read.isWhole()
                        ? Mono.empty()
                        : look.apply(read.over(held)).map(read::and))
                .take(MOST_LOOKS)
                .last()
                .map(WholeRead::whole);
    }

    private static ReadResult whole(ReadResult read) {
        if (!read.isWhole()) {
            throw new StoreUnavailable(
                    "read " + read.changed().size() + " partitions of " + read.generation(),
                    new IllegalStateException("they change faster than they are sent"));
        }
        return read;
    }
}
