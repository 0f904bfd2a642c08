package hub.redis;

import hub.projections.board.PartitionId;
import hub.projections.store.StoreUnavailable;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Puts a read together from as many looks as it needs. Each look sends a bounded piece and validates all that was sent
 * before, so the last one makes everything stand at its checkpoint.
 *
 * <p>What changes while the rest is sent must be sent again, and that can go on for as long as commits come in. So a look
 * asks first for what was never sent, each look that got something again makes the next one larger, and after some looks that
 * brought nothing new the reader gives up: it never waits for a pause in the commits.
 */
public final class WholeRead {

    /** After how many fields a look sends no further partition: some milliseconds in which Redis serves nobody else. */
    static final int FIELDS = 10_000;

    /** What a look grows to while partitions change faster than they are sent: a tenth of a second. */
    static final int MOST_FIELDS = 16 * FIELDS;

    private static final int MOST_AGAIN = 10;

    private WholeRead() {}

    /** One look at partitions, see {@link BoardReader#look}. */
    @FunctionalInterface
    public interface Look {
        /** @param fields after how many of them no further partition is sent */
        Mono<ReadResult> at(Map<PartitionId, @Nullable PartitionVersion> held, int fields);
    }

    /**
     * @param read all that was sent up to now
     * @param fields how many the next look asks for
     * @param again how many looks sent nothing but what had been sent before
     */
    private record Sent(ReadResult read, int fields, int again) {
        Sent and(ReadResult later) {
            Set<PartitionId> before = read.changed().keySet();
            Set<PartitionId> now = later.changed().keySet();
            return new Sent(
                    read.and(later),
                    Collections.disjoint(before, now) ? fields : Math.min(MOST_FIELDS, 2 * fields),
                    before.containsAll(now) ? again + 1 : again);
        }
    }

    /** @return whole; fails with {@link StoreUnavailable} if partitions change faster than they are sent, or as a look does */
    public static Mono<ReadResult> of(Look look, Map<PartitionId, @Nullable PartitionVersion> held) {
        return look.at(held, FIELDS).flatMap(first -> first.isWhole() ? Mono.just(first) : more(look, held, first));
    }

    private static Mono<ReadResult> more(
            Look look, Map<PartitionId, @Nullable PartitionVersion> held, ReadResult first) {
        return Mono.just(new Sent(first, FIELDS, 0))
                .expand(sent -> sent.read.isWhole() ? Mono.empty() : next(look, held, sent))
                .last()
                .map(Sent::read);
    }

    private static Mono<Sent> next(Look look, Map<PartitionId, @Nullable PartitionVersion> held, Sent sent) {
        if (sent.again == MOST_AGAIN) {
            return Mono.error(new StoreUnavailable(
                    "read " + held.size() + " partitions of " + sent.read.generation(),
                    new IllegalStateException("they change faster than they are sent")));
        }
        return look.at(sent.read.over(held), sent.fields).map(sent::and);
    }
}
