package hub.query.hot;

import hub.projections.store.Checkpoint;
import hub.projections.view.Answer;
import hub.projections.view.Unanswerable;
import hub.projections.view.View;
import hub.query.boards.LiveBoards;
import hub.query.boards.LoadedBoards;
import hub.query.boards.Loader;
import hub.query.boards.UnanswerableAt;
import hub.query.boards.Vitals;
import hub.query.hot.HotMetrics.Outcome;
import hub.query.state.AnswerState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * One view with one query, kept ready. At most one refresh runs at a time, and after one the view rests for twice as long as
 * they take, but not more than {@link #LONGEST_REST_MILLIS}, so that many changes cost a view a third of a core. Whoever comes
 * meanwhile gets the previous bytes, printed with their own position: during that rest and {@link #GRACE_MILLIS}, and as long as
 * a refresh is under way and they were noticed to be stale less than {@link #MOST_STALE_MILLIS} ago. Waiting would tell him
 * nothing sooner than asking again.
 *
 * <p>Safe for concurrent use; {@link #ask} does not block and, while nothing changed, does no more than compare.
 */
final class HotView<Q> {

    static final long GRACE_MILLIS = 10;
    static final long MOST_STALE_MILLIS = 500;
    static final long HOT_MILLIS = 10_000;
    private static final long ASKED_PRECISION_MILLIS = 500;
    private static final long LONGEST_REST_MILLIS = 250;
    private static final long NOT_STALE = Long.MAX_VALUE;

    private final View<Q, ?> view;
    private final Q query;
    private final LiveBoards live;
    private final Loader loader;
    private final Clock clock;
    private final Scheduler scheduler;
    private final HotMetrics metrics;
    private final HotMetrics.Asked asked;

    private final AtomicReference<@Nullable Mono<Served>> flight = new AtomicReference<>();
    private volatile @Nullable Rendered current;
    private final AtomicReference<@Nullable Stamp> stamp = new AtomicReference<>();
    private volatile long askedAt;
    private volatile long staleSince = NOT_STALE;
    private volatile long refreshedAt = Long.MIN_VALUE;
    /** How long a refresh takes, smoothed. */
    private volatile long tookMicros;

    HotView(
            View<Q, ?> view,
            Q query,
            LiveBoards live,
            Loader loader,
            Clock clock,
            Scheduler scheduler,
            HotMetrics metrics) {
        this.metrics = metrics;
        this.asked = metrics.of(view.name());
        this.view = view;
        this.query = query;
        this.live = live;
        this.loader = loader;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** The answer, at once if it is ready or has only just gone stale. */
    Mono<Served> ask() {
        return ask(true);
    }

    /** The answer, at once if it is ready, and waited for if it has gone stale. */
    Mono<Served> latest() {
        return ask(false);
    }

    private Mono<Served> ask(boolean withGrace) {
        long now = clock.millis();
        Rendered rendered = current;
        Checkpoint at = rendered == null ? null : rendered.standsAt(live.epoch(), now);
        if (at == null && !isHot(now)) {
            staleSince = refreshedAt; // or since later: nobody watched while nobody asked
        }
        if (now - askedAt > ASKED_PRECISION_MILLIS) {
            askedAt = now; // seldom: the field is shared by all cores
        }
        if (rendered == null) {
            return waitFor();
        }
        if (at != null) {
            asked.count(Outcome.HIT);
            return Mono.just(stamped(rendered, at, now));
        }
        Stamp last = stamp.get();
        if (withGrace && last != null && last.rendered() == rendered && hasOnlyJustGoneStale(rendered, now)) {
            if (flight.get() == null && now - refreshedAt >= rest()) {
                refreshAhead();
            }
            asked.count(Outcome.GRACE);
            return Mono.just(stamped(rendered, last.at(), now));
        }
        return waitFor();
    }

    private Mono<Served> waitFor() {
        asked.count(flight.get() == null ? Outcome.MISS : Outcome.JOINED);
        return refresh();
    }

    /** The last answer, however old, with its own position and its state of now; null if there never was one. */
    @Nullable
    Served lastGood() {
        Stamp last = stamp.get();
        if (last == null) {
            return null;
        }
        Served served = Stamp.of(last.rendered(), last.at(), live.vitals(), clock.millis())
                .served();
        return live.epoch() == null ? served.atBest(AnswerState.STALE) : served;
    }

    /** Something was announced: whoever is asked often gets ready before the next reader comes. */
    void heard() {
        long now = clock.millis();
        Rendered rendered = current;
        if (rendered == null || !isHot(now) || !rendered.touchedIn(live.epoch())) {
            return;
        }
        if (staleSince == NOT_STALE) {
            staleSince = now;
        }
        long pause = Math.max(GRACE_MILLIS, rest()) - (now - refreshedAt);
        if (refreshedAt == Long.MIN_VALUE || pause <= 0) {
            refreshAhead();
        } else if (flight.get() == null) {
            scheduler.schedule(this::heard, pause, TimeUnit.MILLISECONDS);
        }
    }

    private boolean hasOnlyJustGoneStale(Rendered rendered, long now) {
        long age = now - Math.min(staleSince, rendered.until());
        long grace = GRACE_MILLIS + rest();
        return age >= 0
                && age <= MOST_STALE_MILLIS
                && (age <= grace || now - refreshedAt <= grace || isBeingRefreshed(rendered));
    }

    /** Only where it is known since when the bytes are stale, and while what they were made from is trusted. */
    private boolean isBeingRefreshed(Rendered rendered) {
        return flight.get() != null
                && staleSince != NOT_STALE
                && rendered.boards().epoch() == live.epoch();
    }

    private long rest() {
        return Math.min(LONGEST_REST_MILLIS, 2 * tookMicros / 1_000);
    }

    private boolean isHot(long now) {
        return now - askedAt < HOT_MILLIS;
    }

    private void refreshAhead() {
        refresh().subscribe(served -> {}, failed -> {});
    }

    private Mono<Served> refresh() {
        while (true) {
            Mono<Served> running = flight.get();
            if (running != null) {
                return running;
            }
            Mono<Served> mine = Mono.defer(this::render).cache();
            if (flight.compareAndSet(null, mine)) {
                return mine;
            }
        }
    }

    private Mono<Served> render() {
        Instant now = clock.instant();
        return loader.load(view, query, now)
                .publishOn(scheduler)
                .map(boards -> Rendered.of(boards, answer(boards, now), now, current))
                .map(rendered -> publish(rendered, now))
                .doOnError(failed -> flight.set(null));
    }

    private Answer<?> answer(LoadedBoards boards, Instant now) {
        try {
            return view.answer(query, boards, now);
        } catch (Unanswerable why) {
            throw UnanswerableAt.of(why, boards.checkpoint());
        }
    }

    private Served publish(Rendered rendered, Instant begun) {
        tookMicros = (3 * tookMicros + ChronoUnit.MICROS.between(begun, clock.instant())) / 4;
        long now = clock.millis();
        Vitals vitals = live.vitals();
        Checkpoint furthest = rendered.standsAt(live.epoch(), now);
        Checkpoint at = furthest == null ? rendered.boards().checkpoint() : furthest;
        Stamp fresh = Stamp.of(rendered, at, vitals, now);
        boolean told = rendered.boards().epoch().listening();
        metrics.rendered(rendered.boards().fromMemory());
        stamp.set(fresh); // before the rendering: nobody stamps it with less
        current = rendered;
        // At the earliest; when exactly is not known.
        staleSince = told && rendered.touchedIn(live.epoch()) ? begun.toEpochMilli() : NOT_STALE;
        refreshedAt = now;
        flight.set(null);
        if (told && rendered.touchedIn(live.epoch())) {
            heard(); // also of what came just now, while the rendering of before still stood here
        }
        return rendered.boards().fromMemory() ? fresh.served() : fresh.served().from(Rung.REDIS);
    }

    private Served stamped(Rendered rendered, Checkpoint known, long now) {
        Vitals vitals = live.vitals();
        Checkpoint at = known;
        while (true) {
            Stamp last = stamp.get();
            boolean same = last != null && last.rendered() == rendered;
            if (last != null && same && last.at().sequence() > at.sequence()) {
                at = last.at(); // somebody else got to know meanwhile that the bytes stand longer
            }
            if (last != null && last.isFor(rendered, at, vitals, now)) {
                return last.served();
            }
            Stamp fresh = Stamp.of(rendered, at, vitals, now);
            // What was published meanwhile stays: positions would go back.
            if (!same || stamp.compareAndSet(last, fresh)) {
                return fresh.served();
            }
        }
    }
}
