package hub.query.ladder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hub.mysql.MysqlBoards.OneRead;
import hub.projections.board.PartitionId;
import hub.projections.view.Unanswerable;
import hub.projections.view.View;
import hub.query.boards.UnanswerableAt;
import hub.query.hot.Served;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The last rung: the same views over boards computed from one consistent read of MySQL. Protects MySQL more than the
 * caller: few reads at a time, each of bounded length, none while MySQL fails, and one per answer and second.
 */
public final class MysqlRung implements MeterBinder {

    static final Duration HELD = Duration.ofSeconds(1);

    private static final int CONCURRENT = 8;
    private static final Duration LONGEST = Duration.ofSeconds(5);
    /** More callers than that at one moment wait for their turn rather than being refused. */
    private static final Duration QUEUED = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MAX_STEPS = 1_000;
    private static final int MAX_HELD = 200;

    private record Key(String view, Object query) {}

    private final SourceReads source;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Cache<Key, Mono<Served>> held;
    private final Guard guard =
            new Guard("mysql", new Guard.Limits(LONGEST, CONCURRENT, QUEUED, PAUSE), MysqlRung::isFailure);

    public MysqlRung(SourceReads source, Clock clock, Scheduler scheduler) {
        this.source = source;
        this.clock = clock;
        this.scheduler = scheduler;
        this.held = Caffeine.newBuilder()
                .maximumSize(MAX_HELD)
                .expireAfterWrite(HELD)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        guard.bindTo(registry);
    }

    /** What a view says of its query is an answer: MySQL has done its part. */
    static boolean isFailure(Throwable failure) {
        return !(failure instanceof Unanswerable);
    }

    /** Whether asking makes sense now. */
    public boolean isOpenForCalls() {
        return guard.letsThrough();
    }

    /** The answer of now, or of at most {@link #HELD} ago. Fails with whatever kept MySQL from answering. */
    public <Q> Mono<Served> ask(View<Q, ?> view, Q query) {
        Key key = new Key(view.name(), query);
        return held.get(
                key,
                missing -> guard.around(read(view, query))
                        .doOnError(failed -> held.invalidate(key))
                        .cache());
    }

    private <Q> Mono<Served> read(View<Q, ?> view, Q query) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return source.inOneRead(read -> load(view, query, now, read, ReadBoards.none(), 0)
                    .publishOn(scheduler)
                    .map(boards -> Served.fromSource(
                            view.answer(query, boards, now), read.positionAtLeast(), read.complete(), now))
                    .onErrorMap(Unanswerable.class, why -> UnanswerableAt.bySource(why, read.positionAtLeast())));
        });
    }

    private static <Q> Mono<ReadBoards> load(
            View<Q, ?> view, Q query, Instant now, OneRead read, ReadBoards boards, int step) {
        Set<PartitionId> missing = boards.missing(view.reads(query, boards, now));
        if (missing.isEmpty()) {
            return Mono.just(boards);
        }
        if (step == MAX_STEPS) {
            return Mono.error(new IllegalStateException(view.name() + " still asks for more after " + step + " reads"));
        }
        return read.load(missing).flatMap(more -> load(view, query, now, read, boards.with(more), step + 1));
    }
}
