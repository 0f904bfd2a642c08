package hub.redis;

import hub.projections.board.PartitionId;
import hub.projections.store.Generation;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which generations there are, and their removal. A generation is registered before anything of it is written and
 * struck off after everything of it is gone, so an interrupted {@link #discard} can be repeated and a half-removed
 * generation is never taken for a fresh one.
 */
final class Generations {

    private static final int STEP = 500;

    private final BlockingLink redis;

    Generations(BlockingLink redis) {
        this.redis = redis;
    }

    void register(Generation generation) {
        redis.call("register " + generation, r -> r.sadd(Keyspace.GENERATIONS, Long.toString(generation.number())));
    }

    List<Generation> stored() {
        return redis.call("list the generations", r -> r.smembers(Keyspace.GENERATIONS)).stream()
                .map(Long::parseLong)
                .sorted()
                .map(Generation::new)
                .filter(this::hasAnything)
                .toList();
    }

    private boolean hasAnything(Generation generation) {
        Keyspace keys = Keyspace.of(generation);
        return redis.call(
                        "look for " + generation,
                        r -> r.exists(keys.checkpoint(), keys.touch(), keys.marks(), keys.history(), keys.boards()))
                > 0;
    }

    List<PartitionId> partitions(Generation generation) {
        Keyspace keys = Keyspace.of(generation);
        return touched(generation).stream()
                .sorted()
                .map(PartitionId::parse)
                .filter(id -> redis.call("look for " + id, r -> r.exists(keys.partition(id))) > 0)
                .toList();
    }

    private List<String> touched(Generation generation) {
        return redis.call(
                "list the partitions of " + generation,
                r -> r.hkeys(Keyspace.of(generation).touch()));
    }

    /** In steps, each of bounded work for Redis. The mark set first keeps writers out, and goes last. */
    void discard(Generation generation) {
        Keyspace keys = Keyspace.of(generation);
        redis.call("discard " + generation, r -> r.hset(keys.marks(), "damaged", "being discarded"));
        unlink(touched(generation).stream()
                .map(text -> keys.partitionPrefix() + text)
                .toList());
        unlink(List.of(keys.checkpoint()));
        unlinkLeftovers(keys);
        unlink(List.of(keys.marks()));
        redis.call("strike off " + generation, r -> r.srem(Keyspace.GENERATIONS, Long.toString(generation.number())));
    }

    private void unlinkLeftovers(Keyspace keys) {
        ScanArgs matching = ScanArgs.Builder.matches(keys.pattern()).limit(STEP);
        ScanCursor from = ScanCursor.INITIAL;
        do {
            ScanCursor cursor = from;
            KeyScanCursor<String> found = redis.call("look for leftovers", r -> r.scan(cursor, matching));
            List<String> leftovers = new ArrayList<>(found.getKeys());
            leftovers.remove(keys.marks());
            unlink(leftovers);
            from = found;
        } while (!from.isFinished());
    }

    private void unlink(Collection<String> keys) {
        List<String> all = List.copyOf(keys);
        for (int at = 0; at < all.size(); at += STEP) {
            String[] step = all.subList(at, Math.min(at + STEP, all.size())).toArray(String[]::new);
            redis.call("remove keys", r -> r.unlink(step));
        }
    }
}
