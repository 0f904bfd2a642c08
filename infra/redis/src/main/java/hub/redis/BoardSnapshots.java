package hub.redis;

import hub.projections.board.PartitionId;
import hub.projections.store.Generation;
import hub.projections.view.View;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Takes snapshots of what a view reads, for those who ask seldom: nothing is kept between two calls. Thread-safe.
 */
public final class BoardSnapshots {

    private static final int MAX_STEPS = 1_000;
    private static final int MORE_ATTEMPTS = 2;

    private final BoardReader reader;

    public BoardSnapshots(BoardReader reader) {
        this.reader = reader;
    }

    /**
     * Everything that {@code view} reads, in the live generation, at one checkpoint. Empty if no generation is live. Fails
     * with {@link hub.projections.store.StoreUnavailable}, with {@link GenerationGone} if generations keep changing, or
     * with whatever the view throws.
     */
    public <Q> Mono<BoardSnapshot> take(View<Q, ?> view, Q query, Instant now) {
        return reader.pulse()
                .mapNotNull(pulse -> pulse.pointer().live())
                .flatMap(live -> first(live).flatMap(nothing -> complete(view, query, now, nothing, 0)))
                .retryWhen(Retry.max(MORE_ATTEMPTS)
                        .filter(GenerationGone.class::isInstance)
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()));
    }

    private Mono<BoardSnapshot> first(Generation live) {
        return reader.read(live, Set.of())
                .map(read -> new BoardSnapshot(live, read.checkpoint(), read.marks(), Map.of()));
    }

    private <Q> Mono<BoardSnapshot> complete(View<Q, ?> view, Q query, Instant now, BoardSnapshot held, int step) {
        Set<PartitionId> wanted = view.reads(query, held, now);
        if (held.holdsAll(wanted)) {
            return Mono.just(held);
        }
        if (step == MAX_STEPS) {
            return Mono.error(new IllegalStateException(view.name() + " still asks for more after " + step + " looks"));
        }
        return reader.read(held.generation(), held.versions(wanted))
                .flatMap(later -> complete(view, query, now, held.at(later), step + 1));
    }
}
