package hub.redis;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/**
 * Which processes serve, and what they shall hold ready. Nothing here is needed to serve. A process that serves says again
 * and again that it is there, and hears what is wished; it needs {@code SET} on {@code hub:reader:*} for that. Everything
 * fails with {@link hub.projections.store.StoreUnavailable} if Redis cannot be asked.
 */
public final class ServingProcesses implements AutoCloseable {

    private static final int AT_ONCE = 1_000;

    private final BlockingLink blocking;
    private final ReactiveLink reactive;

    /** Connects at the first call. */
    public ServingProcesses(RedisConnections connections) {
        blocking = new BlockingLink(connections);
        reactive = new ReactiveLink(connections);
    }

    /**
     * Says that {@code process} serves, until {@code ttl} has passed.
     *
     * @return the last wish; empty if there is none
     */
    public Mono<String> say(String process, Readiness readiness, Duration ttl) {
        return reactive.call(
                        "say that this process serves",
                        r -> r.set(Keyspace.reader(process), readiness.text(), SetArgs.Builder.px(ttl.toMillis())))
                .then(reactive.call("hear what shall be ready", r -> r.get(Keyspace.WARM_UP)));
    }

    /**
     * Asks every process that serves, or begins to within {@code ttl}, to hold today's answers ready.
     *
     * @param wish a name that was not used before
     */
    public void ask(String wish, Duration ttl) {
        blocking.call("ask for warm answers", r -> r.set(Keyspace.WARM_UP, wish, SetArgs.Builder.px(ttl.toMillis())));
    }

    /** The processes that serve, by name. */
    public Map<String, Readiness> present() {
        Map<String, Readiness> present = new TreeMap<>();
        ScanArgs matching = ScanArgs.Builder.matches(Keyspace.reader("*")).limit(AT_ONCE);
        ScanCursor at = ScanCursor.INITIAL;
        do {
            ScanCursor from = at;
            KeyScanCursor<String> found = blocking.call("look for who serves", r -> r.scan(from, matching));
            for (String key : found.getKeys()) {
                String said = blocking.call("hear who serves", r -> r.get(key));
                if (said != null) { // it may have left since
                    present.put(key.substring(Keyspace.READER.length()), Readiness.parse(said));
                }
            }
            at = found;
        } while (!at.isFinished());
        return Map.copyOf(present);
    }

    @Override
    public void close() {
        blocking.close();
    }
}
