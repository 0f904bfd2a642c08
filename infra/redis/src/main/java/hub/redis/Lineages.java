package hub.redis;

import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Names the chains of commits of this writer. A commit that does not follow the last one made here starts a new chain:
 * another writer may have been at work, or Redis may have gone back in time, and then sequence numbers repeat.
 */
final class Lineages {

    private final Map<Generation, Chain> chains = new ConcurrentHashMap<>();

    private record Chain(String name, @Nullable Checkpoint end) {}

    /** The lineage of the commit that follows {@code expected}; the same again if that commit is repeated. */
    String of(Generation generation, @Nullable Checkpoint expected) {
        return extended(generation, expected).name();
    }

    void reached(Generation generation, Checkpoint next) {
        chains.computeIfPresent(generation, (g, chain) -> new Chain(chain.name(), next));
    }

    private Chain extended(Generation generation, @Nullable Checkpoint expected) {
        Chain chain = chains.get(generation);
        if (chain == null || expected == null || !expected.equals(chain.end())) {
            chain = new Chain(
                    Integer.toString(ThreadLocalRandom.current().nextInt() & Integer.MAX_VALUE, 36), expected);
            chains.put(generation, chain);
        }
        return chain;
    }
}
