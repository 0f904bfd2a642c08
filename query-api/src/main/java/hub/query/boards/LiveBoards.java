package hub.query.boards;

import hub.projections.board.PartitionId;
import hub.projections.store.Announcement;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.redis.GenerationGone;
import hub.redis.Pulse;
import hub.redis.StoreSignal;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Watches the store and decides what may be trusted: keeps the current {@link Epoch} and ends it when in doubt.
 *
 * <p>A lost announcement is noticed by the next one (a gap in the sequence) or, if none comes, by {@link Silence}. Until
 * then answers print the last announced position, which is true.
 */
public final class LiveBoards implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LiveBoards.class);
    private static final Duration PULSE_EVERY = Duration.ofSeconds(1);

    private final BoardSource source;
    private final Clock clock;
    private final Duration timeout;
    private final Disposable.Composite running = Disposables.composite();
    private final Silence silence = new Silence();

    private volatile @Nullable Epoch epoch;
    private volatile Vitals vitals = Vitals.NONE;
    private volatile @Nullable Furthest furthest;
    private volatile Runnable onChange = () -> {};
    private volatile int pointerMoves;
    private boolean subscribed;

    /** @param timeout after how long a pulse is given up */
    public LiveBoards(BoardSource source, Clock clock, Duration timeout) {
        this.source = source;
        this.clock = clock;
        this.timeout = timeout;
    }

    /** Begins to listen and to feel the pulse once a second. */
    public void start(Runnable onChange) {
        listen(onChange);
        running.add(Flux.interval(Duration.ZERO, PULSE_EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> pulse(), 1)
                .subscribe());
    }

    /** Begins to listen only. {@code onChange} runs after whatever may change an answer, and must be quick. */
    public void listen(Runnable onChange) {
        this.onChange = onChange;
        running.add(source.signals()
                .doOnError(e -> log.warn("The subscription to the store broke: {}", e.getMessage()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100)).maxBackoff(Duration.ofSeconds(2)))
                .subscribe(this::hear));
    }

    @Override
    public void close() {
        running.dispose();
    }

    /** The current epoch; null while nothing is live or nothing is known. */
    public @Nullable Epoch epoch() {
        return epoch;
    }

    /** The commit announced last in the current epoch; null if none was. */
    public @Nullable Checkpoint announced() {
        Epoch current = epoch;
        return current == null ? null : current.announced();
    }

    /** The sequence of {@link #announced()}; 0 if none was. */
    public long announcedSequence() {
        Checkpoint announced = announced();
        return announced == null ? 0 : announced.sequence();
    }

    public Vitals vitals() {
        return vitals;
    }

    /** Whether a generation was ever live as far as this process knows. */
    public boolean hasSeenLive() {
        return furthest != null;
    }

    /**
     * The current epoch.
     *
     * @throws NothingLive if the store answers and no generation is live
     * @throws BoardsUnavailable if the store does not answer
     */
    public Epoch requireEpoch() {
        Epoch current = epoch;
        if (current != null) {
            return current;
        }
        throw vitals.recentAt(clock.instant())
                ? new NothingLive(hasSeenLive())
                : new BoardsUnavailable("the store does not answer", null);
    }

    /** Takes a pulse now; completes when it has been taken or has failed. */
    public Mono<Void> pulse() {
        return Mono.defer(() -> {
                    Furthest before = furthest;
                    int moves = pointerMoves;
                    return source.pulse().timeout(timeout).doOnNext(pulse -> take(pulse, before, moves));
                })
                .onErrorResume(e -> {
                    log.debug("No pulse from the store", e);
                    return Mono.empty();
                })
                .then();
    }

    /** Reads {@code wanted} at one checkpoint; fails with {@link EpochEnded} if {@code of} ended meanwhile. */
    Mono<LoadedBoards> read(Epoch of, Set<PartitionId> wanted) {
        if (!vitals.recentAt(clock.instant())) {
            // The next pulse finds out when the store is back; nobody has to wait for it here.
            return Mono.error(new BoardsUnavailable("the store has not answered lately", null));
        }
        Furthest before = furthest;
        return of.read(source, wanted)
                .onErrorMap(GenerationGone.class, gone -> new EpochEnded(of.generation() + " is gone"))
                .doOnNext(boards -> {
                    look(of.generation(), boards.checkpoint(), before);
                    if (of != epoch) {
                        throw new EpochEnded("what was held is no longer trusted");
                    }
                });
    }

    private void hear(StoreSignal signal) {
        switch (signal) {
            case StoreSignal.Announced(Announcement announcement) -> announced(announcement);
            case StoreSignal.PointerMoved(var pointer) -> moved(pointer.live());
            case StoreSignal.Resubscribed again -> resubscribed();
        }
        onChange.run();
    }

    private synchronized void announced(Announcement announcement) {
        Epoch current = epoch;
        if (current == null || !announcement.generation().equals(current.generation())) {
            return;
        }
        // Reads overtake announcements, so only what was announced before tells whether this one goes back.
        Checkpoint last = current.announced();
        if (current.listening() && current.continuesWith(announcement.checkpoint())) {
            current.announce(announcement);
        } else {
            // What arrives from here on is complete again.
            epoch = new Epoch(current.generation(), true, announcement.checkpoint());
        }
        look(
                current.generation(),
                announcement.checkpoint(),
                last == null ? null : Furthest.of(current.generation(), last));
    }

    private synchronized void moved(@Nullable Generation live) {
        Epoch current = epoch;
        if (current == null ? live != null : !current.generation().equals(live)) {
            log.info("Serving {}", live == null ? "nothing" : live);
            pointerMoves++;
            epoch = live == null ? null : new Epoch(live, subscribed, null);
        }
    }

    private synchronized void resubscribed() {
        subscribed = true;
        Epoch current = epoch;
        if (current != null) {
            epoch = new Epoch(current.generation(), true, null);
        }
    }

    private void take(Pulse pulse, @Nullable Furthest before, int moves) {
        synchronized (this) {
            vitals = new Vitals(pulse, clock.instant(), vitals.regained());
            if (moves == pointerMoves) {
                moved(pulse.pointer().live());
            }
            examine(pulse, before);
        }
        onChange.run();
    }

    private void examine(Pulse pulse, @Nullable Furthest before) {
        Epoch current = epoch;
        Checkpoint live = pulse.live();
        if (current == null
                || live == null
                || !current.generation().equals(pulse.pointer().live())) {
            return;
        }
        look(current.generation(), live, before);
        if (current == epoch && silence.foundIn(current, live)) {
            log.warn("Announcements of {} do not arrive; asking the store for each answer", current.generation());
            epoch = new Epoch(current.generation(), false, null);
        }
    }

    /** Every checkpoint that comes in passes here: did the store go back, has it regained what was printed? */
    private synchronized void look(Generation generation, Checkpoint at, @Nullable Furthest before) {
        Furthest regained = vitals.regained();
        if (before != null && before.isAheadOf(generation, at)) {
            log.warn("{} went back from sequence {} to {}", generation, before.sequence(), at.sequence());
            if (regained == null) {
                vitals = new Vitals(vitals.pulse(), vitals.takenAt(), before);
            }
            epoch = new Epoch(generation, subscribed, null);
            furthest = Furthest.of(generation, at);
            return;
        }
        if (regained != null && regained.isRegainedBy(generation, at)) {
            vitals = new Vitals(vitals.pulse(), vitals.takenAt(), null);
        }
        Furthest was = furthest;
        if (was == null || !was.generation().equals(generation) || was.sequence() < at.sequence()) {
            furthest = Furthest.of(generation, at);
        }
    }
}
