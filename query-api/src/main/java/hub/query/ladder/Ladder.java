package hub.query.ladder;

import hub.projections.store.StoreUnavailable;
import hub.projections.view.View;
import hub.query.boards.BoardsUnavailable;
import hub.query.boards.LiveBoards;
import hub.query.boards.NothingLive;
import hub.query.hot.HotViews;
import hub.query.hot.Ready;
import hub.query.hot.Served;
import hub.query.state.AnswerState;
import java.time.Clock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Which rung answers: bytes in process, else Redis, else MySQL. If all are away, the last good bytes are given as what
 * they are, {@code stale} and with their own position, rather than nothing.
 */
public final class Ladder {

    private static final Logger log = LoggerFactory.getLogger(Ladder.class);

    private final HotViews views;
    private final LiveBoards live;
    private final @Nullable MysqlRung mysql;
    private final Sources sources;
    private final boolean whileFilling;
    private final Clock clock;

    /**
     * @param mysql null if this process may not ask MySQL
     * @param sources which routes MySQL answers whatever else could
     * @param whileFilling whether MySQL answers before the first generation is live, although it is being read in full
     * @throws SourcesRefused if a route is to be read from MySQL and there is none
     */
    public Ladder(
            HotViews views,
            LiveBoards live,
            @Nullable MysqlRung mysql,
            Sources sources,
            boolean whileFilling,
            Clock clock) {
        if (sources.useMysql() && mysql == null) {
            throw new SourcesRefused(" names mysql, but this process has no MySQL to ask");
        }
        this.sources = sources;
        this.views = views;
        this.live = live;
        this.mysql = mysql;
        this.whileFilling = whileFilling;
        this.clock = clock;
    }

    /** Whether some rung can answer now, as far as is known without asking. */
    public boolean canAnswer() {
        boolean redis =
                live.vitals().recentAt(clock.instant()) && live.vitals().pulse().live() != null;
        return redis
                || (mysql != null
                        && mysql.isOpenForCalls()
                        && (whileFilling || live.hasSeenLive() || !live.vitals().recentAt(clock.instant())));
    }

    /** The answer from the first rung that can give one; fails with why the upper ones could not. */
    public <Q> Mono<Served> ask(View<Q, ?> view, Q query) {
        return ask(view, query, views::ask);
    }

    /** The same, see {@link HotViews#latest}. */
    public <Q> Mono<Served> latest(View<Q, ?> view, Q query) {
        return ask(view, query, views::latest);
    }

    private <Q> Mono<Served> ask(View<Q, ?> view, Q query, BiFunction<View<Q, ?>, Q, Mono<Served>> memory) {
        if (mysql != null && sources.areMysql(view, query)) {
            return view.fitsMysql(query) ? mysql.ask(view, query) : Mono.error(new NotFromMysql());
        }
        Mono<Served> upper = memory.apply(view, query);
        Served ready = Ready.of(upper);
        if (ready != null && (mysql == null || !isOutOfTouch(ready))) {
            return upper;
        }
        return mysql == null || !view.fitsMysql(query)
                ? upper.onErrorResume(failure -> lastGood(view, query, failure))
                : upper.flatMap(served ->
                                isOutOfTouch(served) ? preferred(mysql, view, query, served) : Mono.just(served))
                        .onErrorResume(failure -> down(mysql, view, query, failure));
    }

    /** Memory may be right, but the store has not been heard of for seconds: MySQL knows better. */
    private boolean isOutOfTouch(Served served) {
        return served.state().compareTo(AnswerState.STALE) >= 0
                && !live.vitals().recentAt(clock.instant());
    }

    private static <Q> Mono<Served> preferred(MysqlRung mysql, View<Q, ?> view, Q query, Served otherwise) {
        return mysql.ask(view, query).onErrorReturn(MysqlRung::isFailure, otherwise);
    }

    private <Q> Mono<Served> down(MysqlRung mysql, View<Q, ?> view, Q query, Throwable failure) {
        if (!isForMysql(failure)) {
            return Mono.error(failure);
        }
        return mysql.ask(view, query).onErrorResume(MysqlRung::isFailure, also -> {
            log.atDebug().addKeyValue("view", view.name()).log("MySQL cannot answer either", also);
            return lastGood(view, query, failure);
        });
    }

    private boolean isForMysql(Throwable failure) {
        return isStoreGone(failure) || (failure instanceof NothingLive && whileFilling);
    }

    private <Q> Mono<Served> lastGood(View<Q, ?> view, Q query, Throwable failure) {
        Served last = isStoreGone(failure) ? views.lastGood(view, query) : null;
        return last == null ? Mono.error(failure) : Mono.just(last);
    }

    /** Away, or back without what it held. */
    private static boolean isStoreGone(Throwable failure) {
        return failure instanceof StoreUnavailable
                || failure instanceof BoardsUnavailable
                || (failure instanceof NothingLive nothing && nothing.isLost());
    }
}
