package hub.query.readafter;

import hub.projections.store.Checkpoint;
import hub.query.boards.LiveBoards;
import hub.query.boards.UnanswerableAt;
import hub.query.hot.Served;
import hub.query.http.Call;
import hub.query.http.Freshness;
import hub.query.http.Problem;
import hub.query.http.ProblemType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Holds an answer, or the word that there is none, back until it contains the position in {@code Hub-Read-After}, for as long as {@code Prefer: wait} says.
 * Whoever waits costs a look at the last announced position now and then, and no answer until that has moved.
 */
public final class ReadAfter implements Freshness {

    /** So long may a commit be under way to here, and the answer that it changes in the making: nobody is refused for that. */
    private static final Duration LEAST = Duration.ofMillis(50);

    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    /** If nothing is announced here, only asking tells. */
    private static final Duration ASK_EVERY = Duration.ofMillis(500);

    private static final long RETRY_SECONDS = 1;

    private static final String LATER = "The position asked for is not contained yet; \"Prefer: wait=5\" waits for it";
    private static final String UNKNOWN =
            "Answers come from the database itself for the moment, of which only GTIDs tell what a"
                    + " read contains, never a binlog file and position; ask with the GTIDs of the write, or again later";

    private final LiveBoards live;
    private final Scheduler scheduler;

    /** @param scheduler tells the time and waits; never blocked */
    public ReadAfter(LiveBoards live, Scheduler scheduler) {
        this.live = live;
        this.scheduler = scheduler;
    }

    @Override
    public Mono<Served> answer(Call call, Supplier<Mono<Served>> ask, Supplier<Mono<Served>> latest) {
        String header = call.header(Wish.HEADER);
        if (header == null) {
            return ask.get();
        }
        Wish wish = Wish.of(header, call.header("Prefer"));
        long wait = Math.max(wish.patience().toMillis(), LEAST.toMillis());
        return attempt(wish, latest, now() + wait);
    }

    private Mono<Served> attempt(Wish wish, Supplier<Mono<Served>> ask, long deadline) {
        return Mono.defer(() -> {
            Checkpoint before = live.announced();
            return said(ask).flatMap(said -> switch (Containing.of(wish.position(), said)) {
                case CONTAINED -> said.passedOn();
                case OTHER_HISTORY -> Mono.error(conflicting(wish, said).refusal());
                case NOT_YET ->
                    now() < deadline
                            ? later(wish, ask, deadline, before)
                            : Mono.error(notYet(wish, said).refusal());
                // A server that has just taken over is unknown until its first transaction arrives.
                case PARTLY_UNKNOWN ->
                    now() < deadline
                            ? later(wish, ask, deadline, before)
                            : Mono.error(conflicting(wish, said).refusal());
            });
        });
    }

    private static Mono<Said> said(Supplier<Mono<Served>> ask) {
        return ask.get().map(Said::of).onErrorResume(UnanswerableAt.class, none -> Mono.just(Said.of(none)));
    }

    private Mono<Served> later(Wish wish, Supplier<Mono<Served>> ask, long deadline, @Nullable Checkpoint before) {
        long again = Math.min(deadline, now() + ASK_EVERY.toMillis());
        return Flux.interval(LOOK_EVERY, scheduler)
                .onBackpressureDrop()
                .filter(tick -> now() >= again || live.announced() != before)
                .next()
                .flatMap(tick -> attempt(wish, ask, deadline));
    }

    private long now() {
        return scheduler.now(TimeUnit.MILLISECONDS);
    }

    private static Problem notYet(Wish wish, Said said) {
        return about(
                        ProblemType.NOT_YET_CONTAINED,
                        Containing.isKnown(wish.position(), said) ? LATER : UNKNOWN,
                        wish,
                        said)
                .retryAfter(RETRY_SECONDS);
    }

    private static Problem conflicting(Wish wish, Said said) {
        return about(
                ProblemType.CONFLICTING_POSITION,
                "The position asked for is of another server or history than the one that is followed;"
                        + " take it from the source itself",
                wish,
                said);
    }

    private static Problem about(ProblemType type, String detail, Wish wish, Said said) {
        return Problem.of(type, detail).with("wanted", wish.text()).with("position", said.position());
    }
}
