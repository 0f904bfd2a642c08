package hub.query.warm;

import hub.projections.view.Unanswerable;
import hub.projections.view.View;
import hub.query.hot.Served;
import hub.query.http.Refusal;
import hub.query.http.ViewRoute;
import hub.redis.Readiness;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Says that this process serves and, each time that somebody wishes so, makes ready every answer that can be asked for
 * without a parameter: today's. From then on their boards are in memory. Serving needs none of this.
 */
public final class Warming {

    private static final Logger LOG = LoggerFactory.getLogger(Warming.class);

    /** What makes answers ready and keeps them. */
    @FunctionalInterface
    public interface Answers {
        <Q> Mono<Served> ask(View<Q, ?> view, Q query);
    }

    private final List<ViewRoute<?>> views;
    private final Answers answers;
    private final Presence presence;
    private final Clock clock;
    private volatile Readiness readiness = Readiness.UNASKED;

    public Warming(List<ViewRoute<?>> views, Answers answers, Presence presence, Clock clock) {
        this.views = views.stream()
                .filter(view -> needsNothing(view, clock.instant()))
                .toList();
        this.answers = answers;
        this.presence = presence;
        this.clock = clock;
    }

    /** To be done again and again, not twice at a time. Never fails: the next time may be better. */
    public Mono<Void> beat() {
        return presence.say(readiness)
                .filter(wish -> !wish.equals(readiness.wish()))
                .flatMap(wish -> fulfil(wish).flatMap(done -> {
                    readiness = done;
                    return presence.say(done);
                }))
                .onErrorResume(e -> {
                    LOG.debug("Nobody can be told that this process serves", e);
                    return Mono.empty();
                })
                .then();
    }

    private Mono<Readiness> fulfil(String wish) {
        Instant now = clock.instant();
        return Flux.fromIterable(views)
                .concatMap(view -> ask(view, now))
                .collectList()
                .map(served -> new Readiness(wish, generation(served), served.size(), ""))
                .onErrorResume(e -> {
                    LOG.warn("Today's answers cannot be made ready: {}", e.getMessage());
                    return Mono.just(new Readiness(wish, 0, 0, String.valueOf(e.getMessage())));
                });
    }

    private <Q> Mono<Served> ask(ViewRoute<Q> route, Instant now) {
        // That a day is not held or a table not there is all that can be said, and is said at once.
        return answers.ask(route.view(), route.query(Map.of(), now))
                .onErrorResume(Unanswerable.class, said -> Mono.empty());
    }

    /** The oldest that any of them is from; 0 if there is none. */
    private static long generation(List<Served> served) {
        return served.stream()
                .map(Served::generation)
                .mapToLong(Warming::number)
                .min()
                .orElse(0);
    }

    private static long number(@Nullable String generation) {
        return generation == null ? 0 : Long.parseLong(generation);
    }

    private static boolean needsNothing(ViewRoute<?> view, Instant now) {
        try {
            view.query(Map.of(), now);
            return true;
        } catch (Refusal needsSomething) {
            return false;
        }
    }
}
