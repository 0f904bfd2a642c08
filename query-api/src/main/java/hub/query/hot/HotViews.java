package hub.query.hot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hub.projections.view.View;
import hub.query.boards.LiveBoards;
import hub.query.boards.Loader;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The views that are being asked for, each with its bytes ready. A healthy read costs no call to the store, no rendering
 * and no SQL. Bounded; what is not asked for is dropped.
 */
public final class HotViews implements MeterBinder {

    /** After how long a view that nobody asks for is dropped. */
    static final Duration KEPT = Duration.ofMinutes(10);

    /** @param weight see {@link View#weight} */
    private record Key(String view, Object query, int weight) {
        static <Q> Key of(View<Q, ?> view, Q query) {
            return new Key(view.name(), query, view.weight(query));
        }
    }

    private final LiveBoards live;
    private final Loader loader;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Cache<Key, HotView<?>> views;
    private final HotMetrics metrics;

    /**
     * @param max the most views kept; an answer that is put together from several counts as so many, see {@link View#weight}
     * @param scheduler renders; never blocked
     */
    public HotViews(LiveBoards live, Clock clock, int max, Scheduler scheduler) {
        this.live = live;
        this.loader = new Loader(live);
        this.clock = clock;
        this.scheduler = scheduler;
        this.views = Caffeine.newBuilder()
                .maximumWeight(max)
                .weigher((Key key, HotView<?> view) -> key.weight())
                .expireAfterAccess(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
        this.metrics = new HotMetrics(views::estimatedSize);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        metrics.bindTo(registry);
    }

    /**
     * The answer of {@code view}. Fails with {@link hub.query.boards.NothingLive},
     * {@link hub.query.boards.BoardsUnavailable}, {@link hub.query.boards.UnanswerableAt} or whatever the store threw.
     */
    public <Q> Mono<Served> ask(View<Q, ?> view, Q query) {
        return find(view, query).ask();
    }

    /** The same, but waited for if it has gone stale, with all that was announced before its refresh began. */
    public <Q> Mono<Served> latest(View<Q, ?> view, Q query) {
        return find(view, query).latest();
    }

    /** The last answer given for {@code query}, with its own position; null if there is none. */
    public <Q> @Nullable Served lastGood(View<Q, ?> view, Q query) {
        HotView<?> found = views.getIfPresent(Key.of(view, query));
        return found == null ? null : found.lastGood();
    }

    /** What all that is kept weighs. */
    long weight() {
        views.cleanUp();
        return views.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /** Tells the views that something was announced. */
    public void heard() {
        views.asMap().values().forEach(HotView::heard);
    }

    @SuppressWarnings("unchecked") // the key names the view, and the query is of its type
    private <Q> HotView<Q> find(View<Q, ?> view, Q query) {
        return (HotView<Q>) views.get(
                Key.of(view, query), key -> new HotView<>(view, query, live, loader, clock, scheduler, metrics));
    }
}
