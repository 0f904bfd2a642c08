package hub.redis;

import java.time.Duration;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Where the scheduler role and the processes that serve meet: how the jobs are, and which runs are asked for. Nothing here
 * is needed for correctness; the ledger in MySQL is. Everything fails with
 * {@link hub.projections.store.StoreUnavailable} if Redis cannot be asked.
 */
public final class JobBoard implements AutoCloseable {

    private final BlockingLink blocking;
    private final ReactiveLink reactive;

    /** Connects at the first call. */
    public JobBoard(RedisConnections connections) {
        blocking = new BlockingLink(connections);
        reactive = new ReactiveLink(connections);
    }

    /** Tells how the jobs are; it vanishes by itself after {@code ttl}. */
    public void publish(String report, Duration ttl) {
        blocking.call(
                "tell how the jobs are", r -> r.set(Keyspace.JOBS, report, io.lettuce.core.SetArgs.Builder.px(ttl)));
    }

    /** What was told last; empty if nobody has told anything for long. */
    public Mono<String> report() {
        return reactive.call("read how the jobs are", r -> r.get(Keyspace.JOBS));
    }

    /**
     * Asks for a run. The same job and key again change nothing: the first wish stays.
     *
     * @return the wish that stands
     */
    public Mono<JobWish> ask(JobWish wish) {
        return reactive.call("ask for a run", r -> r.hsetnx(Keyspace.JOB_WISHES, wish.name(), wish.text()))
                .then(reactive.call("read the wish", r -> r.hget(Keyspace.JOB_WISHES, wish.name())))
                .map(text -> JobWish.parse(wish.name(), text))
                // Taken already.
                .defaultIfEmpty(wish);
    }

    /** The wishes not yet granted, by name. */
    public Map<String, String> wishes() {
        return blocking.call("read the wishes", r -> r.hgetall(Keyspace.JOB_WISHES));
    }

    public void granted(String name) {
        blocking.call("take a wish back", r -> r.hdel(Keyspace.JOB_WISHES, name));
    }

    @Override
    public void close() {
        blocking.close();
    }
}
