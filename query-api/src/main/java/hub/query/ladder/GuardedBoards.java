package hub.query.ladder;

import hub.projections.board.PartitionId;
import hub.projections.store.Generation;
import hub.projections.store.StoreUnavailable;
import hub.query.boards.BoardSource;
import hub.query.boards.BoardsUnavailable;
import hub.redis.PartitionVersion;
import hub.redis.Pulse;
import hub.redis.ReadResult;
import hub.redis.StoreSignal;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The store, with its reads guarded. Listening and the pulse are not: they are one connection and one call a second, and
 * find out that the store is back.
 */
public final class GuardedBoards implements BoardSource, MeterBinder {

    /** Redis answers one at a time anyway: this bounds what is kept here, and a commit that touches everything fits in. */
    private static final int CONCURRENT = 256;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final BoardSource store;
    private final Guard guard;

    /** @param longest after how long a read is given up, and for how long it may wait for its turn */
    public GuardedBoards(BoardSource store, Duration longest) {
        this.store = store;
        this.guard =
                new Guard("redis", new Guard.Limits(longest, CONCURRENT, longest, PAUSE), GuardedBoards::isFailure);
    }

    private static boolean isFailure(Throwable failure) {
        return failure instanceof StoreUnavailable || failure instanceof TimeoutException;
    }

    @Override
    public Mono<ReadResult> look(Generation generation, Map<PartitionId, @Nullable PartitionVersion> held, int fields) {
        return guard.around(store.look(generation, held, fields)).onErrorMap(GuardedBoards::translated);
    }

    private static Throwable translated(Throwable failure) {
        return switch (failure) {
            case TimeoutException late -> new BoardsUnavailable("the store did not answer in time", late);
            case CallNotPermittedException open -> new BoardsUnavailable("the store has been failing", open);
            case BulkheadFullException full -> new BoardsUnavailable("too many reads of the store are running", full);
            default -> failure;
        };
    }

    @Override
    public Flux<StoreSignal> signals() {
        return store.signals();
    }

    @Override
    public Mono<Pulse> pulse() {
        return store.pulse();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        guard.bindTo(registry);
    }
}
