package hub.redis;

import io.lettuce.core.SetArgs;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Notes that can be taken once. They are written by processes that serve, which need {@code SET} and {@code GETDEL} on
 * {@code hub:ticket:*}. Every Mono fails with {@link hub.projections.store.StoreUnavailable} if Redis
 * cannot be asked.
 */
public final class Tickets {

    private final ReactiveLink redis;

    /** Connects at the first subscription. */
    public Tickets(RedisConnections connections) {
        redis = new ReactiveLink(connections);
    }

    /** Keeps {@code note} under {@code name} for {@code life}. */
    public Mono<Void> keep(String name, String note, Duration life) {
        return redis.call("keep a ticket", r -> r.set(Keyspace.ticket(name), note, SetArgs.Builder.px(life.toMillis())))
                .then();
    }

    /** The note, which is gone then; empty if there is none. Of several callers at one time, one gets it. */
    public Mono<String> take(String name) {
        return redis.call("take a ticket", r -> r.getdel(Keyspace.ticket(name)));
    }
}
