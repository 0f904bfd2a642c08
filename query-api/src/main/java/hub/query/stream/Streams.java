package hub.query.stream;

import hub.query.security.Grant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * All open streams of this process.
 *
 * <p>Threads: safe for concurrent use. Whatever happens is handed to one thread, so nothing here is locked; that thread
 * never waits and copies no body.
 */
public final class Streams {

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int SPREAD = 100;

    private final StreamLimits limits;
    private final Seats seats;
    private final StreamMetrics metrics;
    private final BiFunction<String, Throwable, byte[]> problems;
    private final LongSupplier announced;
    private final Predicate<Grant> covers;
    private final Scheduler thread;

    private final Map<Object, Channel> channels = new HashMap<>();
    private long opened;
    private @Nullable CompletableFuture<Void> closing;
    private @Nullable Disposable ticking;

    /**
     * @param problems the body that tells of a view's failure, by the view's name
     * @param announced the sequence of the commit announced last; 0 if none was
     * @param covers whether the key is still accepted, the same, and allowed that much
     * @param thread has exactly one thread
     */
    public Streams(
            StreamLimits limits,
            StreamMetrics metrics,
            BiFunction<String, Throwable, byte[]> problems,
            LongSupplier announced,
            Predicate<Grant> covers,
            Scheduler thread) {
        this.limits = limits;
        this.seats = new Seats(limits);
        this.metrics = metrics;
        this.problems = problems;
        this.announced = announced;
        this.covers = covers;
        this.thread = thread;
    }

    /** Begins to look at the clock. */
    public void start() {
        ticking = thread.schedulePeriodically(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Something was announced, or may have changed. */
    public void heard() {
        thread.schedule(() -> List.copyOf(channels.values()).forEach(Channel::look));
    }

    /**
     * A new stream, which must be {@linkplain Reader#close closed}. Fails with {@link TooManyStreams},
     * {@link ShuttingDown}, or why views cannot be answered: all of them, or one by more than that what it asks for does not exist.
     *
     * @param views equal for the same subjects
     */
    public Mono<Reader> open(Object views, List<Subject> subjects, Wish wish) {
        return Mono.defer(() -> {
                    if (closing != null) {
                        throw new ShuttingDown();
                    }
                    Seats.Seat seat = seats.take(wish.grant().keyId());
                    Channel.Place place = channels.computeIfAbsent(views, key -> channel(key, subjects))
                            .enter();
                    return place.ready()
                            .publishOn(thread)
                            .mapNotNull(channel -> join(place, channel, wish, seat))
                            .doOnError(failure -> giveUp(place, seat))
                            .doOnCancel(() -> thread.schedule(() -> giveUp(place, seat)));
                })
                .subscribeOn(thread);
    }

    /**
     * Ends all streams and opens no more. Readers are told, and those who do not listen are cut after {@code grace}.
     * Returns at once; completes when all are gone.
     */
    public CompletableFuture<Void> close(Duration grace) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        thread.schedule(() -> {
            closing = closed;
            readers().forEach(reader -> reader.end(Ending.SHUTDOWN));
            completeIfGone();
        });
        thread.schedule(() -> readers().forEach(Reader::cut), grace.toMillis(), TimeUnit.MILLISECONDS);
        return closed;
    }

    /** Looks no more at the clock. */
    public void stop() {
        if (ticking != null) {
            ticking.dispose();
        }
    }

    private Channel channel(Object views, List<Subject> subjects) {
        return new Channel(List.copyOf(subjects), problems, announced, thread, () -> channels.remove(views));
    }

    /** Null if the place was given up meanwhile. */
    private @Nullable Reader join(Channel.Place place, Channel channel, Wish wish, Seats.Seat seat) {
        if (closing != null) {
            throw new ShuttingDown();
        }
        if (!place.isHeld()) {
            return null;
        }
        long early = limits.maxAge().toMillis() / 10 * (opened++ % SPREAD) / SPREAD;
        long endsAt = thread.now(TimeUnit.MILLISECONDS) + limits.maxAge().toMillis() - early;
        Reader reader = new Reader(channel, wish, thread, metrics, endsAt, () -> giveBack(seat));
        place.join(reader);
        metrics.count(seats.taken(), channels.size());
        return reader;
    }

    private void giveUp(Channel.Place place, Seats.Seat seat) {
        place.giveUp();
        giveBack(seat);
    }

    private void giveBack(Seats.Seat seat) {
        seat.giveBack();
        metrics.count(seats.taken(), channels.size());
        completeIfGone();
    }

    private void completeIfGone() {
        if (closing != null && seats.taken() == 0) {
            closing.complete(null);
        }
    }

    private void tick() {
        Map<Grant, Boolean> covered = new HashMap<>();
        List.copyOf(channels.values()).forEach(Channel::look);
        for (Reader reader : readers()) {
            if (!covered.computeIfAbsent(reader.grant(), covers::test)) {
                reader.end(Ending.KEY_REVOKED);
            }
            reader.tick(limits.patience().toMillis());
        }
    }

    private List<Reader> readers() {
        List<Reader> all = new ArrayList<>();
        channels.values().forEach(channel -> all.addAll(channel.readers()));
        return all;
    }
}
