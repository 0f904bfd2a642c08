package hub.query.stream;

import hub.projections.view.Unanswerable;
import hub.query.boards.UnanswerableAt;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * The same views for any number of readers: asked once per change, whoever reads them. Runs on the streams' one thread.
 */
final class Channel {

    private static final Logger log = LoggerFactory.getLogger(Channel.class);

    /**
     * The right to join, held by whoever opens a stream: the channel stays while there is one, or a reader. Given back
     * once, however often that is said.
     */
    final class Place {
        private @Nullable MonoSink<Channel> waiting;
        private @Nullable Reader joined;

        private Place() {}

        /** Ready when there is something to show; fails with why there is not: the first view's reason. To be asked once. */
        Mono<Channel> ready() {
            return Mono.create(sink -> {
                if (latest != null) {
                    sink.success(Channel.this);
                } else {
                    waiting = sink;
                    ask();
                }
            });
        }

        boolean isHeld() {
            return places.contains(this);
        }

        /** Makes a reader of it. To be called only when held. */
        void join(Reader reader) {
            joined = reader;
            readers.add(reader);
            giveBack();
        }

        /** Nobody wants it any more, nor the reader that it has become. */
        void giveUp() {
            giveBack();
            if (joined != null) {
                joined.close();
            }
        }

        private void giveBack() {
            waiting = null;
            if (places.remove(this)) {
                dropIfEmpty();
            }
        }

        private void answer(Consumer<MonoSink<Channel>> how) {
            MonoSink<Channel> sink = waiting;
            waiting = null;
            if (sink != null) {
                how.accept(sink);
            }
        }
    }

    /** What was announced while views were being asked is asked for after so long, and not at once: each time costs a rendering. */
    private static final long AGAIN_MILLIS = 3;
    /** How often bytes are asked for that contain what was announced; then the next second will do. */
    private static final int MOST_AGAIN = 200;
    /** What MySQL has answered stands for so long, whatever is announced: each answer costs it a query. */
    private static final long MYSQL_MILLIS = 5_000;

    private final List<Subject> subjects;
    private final BiFunction<String, Throwable, byte[]> problems;
    private final LongSupplier announced;
    private final Scheduler thread;
    private final Runnable onEmpty;

    private final Set<Reader> readers = new LinkedHashSet<>();
    /** Of those who have not joined yet. */
    private final Set<Place> places = new LinkedHashSet<>();

    private @Nullable Snapshot latest;
    /** What was answered last, whether it was worth showing or not; empty at first. */
    private List<Frame> answered = List.of();

    private boolean asking;
    private boolean askAgain;
    private int tries;
    private long mysqlAskedAt;

    Channel(
            List<Subject> subjects,
            BiFunction<String, Throwable, byte[]> problems,
            LongSupplier announced,
            Scheduler thread,
            Runnable onEmpty) {
        this.subjects = subjects;
        this.problems = problems;
        this.announced = announced;
        this.thread = thread;
        this.onEmpty = onEmpty;
    }

    Place enter() {
        Place place = new Place();
        places.add(place);
        return place;
    }

    /** Whether it was still there. */
    boolean leave(Reader reader) {
        boolean left = readers.remove(reader);
        if (left) {
            dropIfEmpty();
        }
        return left;
    }

    Set<Reader> readers() {
        return readers;
    }

    /** To be called only when open. */
    Snapshot required() {
        return Objects.requireNonNull(latest, "the channel is not open");
    }

    /** Something was announced; or a second has passed, since states and days change with the clock alone. */
    void look() {
        tries = 0;
        ask();
    }

    private void ask() {
        if (asking) {
            askAgain = true;
            return;
        }
        asking = true;
        askAgain = false;
        boolean first = latest == null;
        boolean mysqlToo = answered.isEmpty() || now() - mysqlAskedAt >= MYSQL_MILLIS;
        if (mysqlToo) {
            mysqlAskedAt = now();
        }
        List<Frame> before = answered;
        Flux.range(0, subjects.size())
                .flatMapSequential(
                        i -> frame(subjects.get(i), before.isEmpty() ? null : before.get(i), first, mysqlToo))
                .collectList()
                .publishOn(thread)
                .subscribe(this::take, failure -> refuse(first, failure));
    }

    private Mono<Frame> frame(Subject subject, @Nullable Frame was, boolean first, boolean mysqlToo) {
        if (was != null && was.isFromMysql() && !mysqlToo) {
            return Mono.just(was);
        }
        Mono<Frame> frame = Mono.defer(subject::ask).map(served -> Frame.of(subject.name(), served, was));
        return frame.onErrorResume(
                failure -> !first || isOfThisViewAlone(failure),
                failure -> Mono.fromSupplier(
                        () -> Frame.ofProblem(subject.name(), problems.apply(subject.name(), failure), failure)));
    }

    /** What is asked for does not exist, or not yet: the other views may well have something to show. */
    private static boolean isOfThisViewAlone(Throwable failure) {
        return failure instanceof Unanswerable || failure instanceof UnanswerableAt;
    }

    private void take(List<Frame> frames) {
        if (latest == null && frames.stream().allMatch(frame -> frame.served() == null)) {
            // Who opens a stream is told at once, by the status, that there is nothing to see.
            refuse(true, Objects.requireNonNull(frames.getFirst().failure()));
            return;
        }
        asking = false;
        answered = frames;
        Snapshot next = Snapshot.of(frames, latest);
        boolean again = isBehind(next) && tries < MOST_AGAIN;
        if (next.isAtOnePosition() || !again) {
            publish(next);
        } // else a commit came between
        if (again || askAgain) {
            askSoon();
        }
    }

    private boolean isBehind(Snapshot snapshot) {
        Reached reached = snapshot.id().reached();
        return reached != null
                && reached.generation() != 0
                && (reached.sequence() < announced.getAsLong() || !snapshot.isAtOnePosition());
    }

    private void askSoon() {
        tries++;
        thread.schedule(this::ask, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void publish(Snapshot next) {
        if (!next.saysTheSameAs(latest)) {
            latest = next;
            List.copyOf(readers).forEach(Reader::offer);
        }
        List.copyOf(places).forEach(place -> place.answer(sink -> sink.success(this)));
    }

    private void refuse(boolean first, Throwable failure) {
        asking = false;
        if (!first) {
            log.warn("The views of a stream cannot be put together", failure);
        }
        List.copyOf(places).forEach(place -> place.answer(sink -> sink.error(failure)));
    }

    private void dropIfEmpty() {
        if (readers.isEmpty() && places.isEmpty()) {
            onEmpty.run();
        }
    }

    private long now() {
        return thread.now(TimeUnit.MILLISECONDS);
    }
}
