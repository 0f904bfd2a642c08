package hub.redis;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Which parked rows an operator has seen. Changes nothing about the rows: it only tells those that somebody knows of from
 * those that nobody does. Every Mono fails with {@link hub.projections.store.StoreUnavailable} if Redis cannot be asked.
 */
public final class Acknowledgements {

    /**
     * @param by the id of the key that was used
     * @param at when
     */
    public record Acknowledgement(String by, Instant at) {}

    private final ReactiveLink redis;

    /** Connects at the first subscription. */
    public Acknowledgements(RedisConnections connections) {
        redis = new ReactiveLink(connections);
    }

    /** By what was acknowledged, in the caller's own words. */
    public Mono<Map<String, Acknowledgement>> all() {
        return redis.call("read the acknowledgements", r -> r.hgetall(Keyspace.ACKNOWLEDGED))
                .map(fields -> {
                    Map<String, Acknowledgement> all = HashMap.newHashMap(fields.size());
                    fields.forEach((what, text) -> all.put(what, parse(text)));
                    return all;
                });
    }

    /** Notes that {@code what} was seen; the first note stays. Tells whether this is it. */
    public Mono<Boolean> add(String what, Acknowledgement acknowledgement) {
        return redis.call(
                "acknowledge",
                r -> r.hsetnx(Keyspace.ACKNOWLEDGED, what, acknowledgement.at() + " " + acknowledgement.by()));
    }

    /** Forgets all that is not in {@code stillThere}. */
    public Mono<Void> retain(Collection<String> stillThere) {
        Set<String> kept = Set.copyOf(stillThere);
        return redis.call("read the acknowledgements", r -> r.hkeys(Keyspace.ACKNOWLEDGED))
                .map(keys -> keys.stream().filter(key -> !kept.contains(key)).toArray(String[]::new))
                .filter(gone -> gone.length > 0)
                .flatMap(gone -> redis.call("forget acknowledgements", r -> r.hdel(Keyspace.ACKNOWLEDGED, gone)))
                .then();
    }

    private static Acknowledgement parse(String text) {
        int space = text.indexOf(' ');
        return new Acknowledgement(text.substring(space + 1), Instant.parse(text.substring(0, space)));
    }
}
