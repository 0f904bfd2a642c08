package hub.query.boards;

import hub.projections.board.PartitionId;
import hub.projections.store.Checkpoint;
import hub.projections.view.Boards;
import hub.projections.view.Unanswerable;
import hub.projections.view.View;
import java.time.Instant;
import java.util.Set;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Loads what a view reads, all at one checkpoint: from memory if that is known to stand, else by one look at the store
 * that validates everything the view asked for. A view that follows data costs one more look per step.
 */
public final class Loader {

    private static final int MAX_STEPS = 1_000;
    private static final int ATTEMPTS = 3;

    private final LiveBoards live;

    public Loader(LiveBoards live) {
        this.live = live;
    }

    /**
     * The partitions that {@code view} reads at {@code now}. Fails with {@link NothingLive}, {@link BoardsUnavailable},
     * {@link UnanswerableAt} or whatever else the view throws.
     */
    public <Q> Mono<LoadedBoards> load(View<Q, ?> view, Q query, Instant now) {
        return Mono.defer(() -> {
                    Epoch epoch = live.requireEpoch();
                    Epoch.Guess guess = epoch.guess();
                    Set<PartitionId> wanted = guess == null ? Set.of() : reads(view, query, guess, guess.latest(), now);
                    LoadedBoards held = guess == null ? null : epoch.fromMemory(wanted);
                    return held != null ? settle(view, query, now, held, 0) : fetch(view, query, now, epoch, wanted, 0);
                })
                .retryWhen(Retry.max(ATTEMPTS - 1).filter(EpochEnded.class::isInstance))
                .onErrorMap(
                        e -> Exceptions.isRetryExhausted(e) || e instanceof EpochEnded,
                        e -> new BoardsUnavailable("the store changes under the reader", e));
    }

    private <Q> Mono<LoadedBoards> fetch(
            View<Q, ?> view, Q query, Instant now, Epoch epoch, Set<PartitionId> wanted, int step) {
        if (step == MAX_STEPS) {
            return Mono.error(new IllegalStateException(view.name() + " still asks for more after " + step + " looks"));
        }
        return live.read(epoch, wanted).flatMap(boards -> settle(view, query, now, boards, step));
    }

    private <Q> Mono<LoadedBoards> settle(View<Q, ?> view, Q query, Instant now, LoadedBoards boards, int step) {
        Set<PartitionId> wanted = reads(view, query, boards, boards.checkpoint(), now);
        return boards.holdsAll(wanted) ? Mono.just(boards) : fetch(view, query, now, boards.epoch(), wanted, step + 1);
    }

    private static <Q> Set<PartitionId> reads(View<Q, ?> view, Q query, Boards boards, Checkpoint at, Instant now) {
        try {
            return view.reads(query, boards, now);
        } catch (Unanswerable why) {
            throw UnanswerableAt.of(why, at);
        }
    }
}
