package hub.redis;

import hub.projections.change.Canary;
import hub.projections.operations.ControlPlane;
import hub.projections.operations.FillPace;
import hub.projections.operations.OperatorRequest;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Generation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The control plane in Redis: a key with a time to live for each thing said. Uses a connection of its own. */
public final class RedisControlPlane implements ControlPlane, AutoCloseable {

    private final BlockingLink redis;

    /** Connects at the first call. */
    public RedisControlPlane(RedisConnections connections) {
        redis = new BlockingLink(connections);
    }

    @Override
    public boolean holdIngestLease(String instance, Duration ttl) {
        ScriptArgs args = ScriptArgs.of(Script.HOLD_LEASE, List.of(Keyspace.LEASE))
                .and(instance)
                .and(ttl.toMillis());
        return Replies.yes(redis.call("hold the ingest lease", r -> Script.HOLD_LEASE.run(r, args)));
    }

    @Override
    public void releaseIngestLease(String instance) {
        ScriptArgs args =
                ScriptArgs.of(Script.RELEASE_LEASE, List.of(Keyspace.LEASE)).and(instance);
        redis.call("release the ingest lease", r -> Script.RELEASE_LEASE.run(r, args));
    }

    @Override
    public void publish(PipelineStatus status, Duration ttl) {
        Generation generation = status.generation();
        ScriptArgs args = ScriptArgs.of(Script.PUBLISH_STATUS, List.of(Keyspace.STATUSES, Keyspace.status(generation)))
                .and(generation.number())
                .and(ttl.toMillis())
                .and(Keyspace.STATUS_PATTERN);
        status.toFields().forEach((field, value) -> args.and(field).and(value));
        redis.call("publish the status of " + generation, r -> Script.PUBLISH_STATUS.run(r, args));
    }

    @Override
    public List<PipelineStatus> statuses() {
        List<Long> numbers = redis.call("list the statuses", r -> r.smembers(Keyspace.STATUSES)).stream()
                .map(Long::parseLong)
                .sorted()
                .toList();
        List<PipelineStatus> alive = new ArrayList<>();
        for (long number : numbers) {
            Generation generation = new Generation(number);
            Map<String, String> fields =
                    redis.call("read the status of " + generation, r -> r.hgetall(Keyspace.status(generation)));
            if (!fields.isEmpty()) {
                alive.add(PipelineStatus.fromFields(fields));
            }
        }
        return List.copyOf(alive);
    }

    @Override
    public void withdrawStatus(Generation generation) {
        redis.call("withdraw the status of " + generation, r -> r.unlink(Keyspace.status(generation)));
    }

    @Override
    public void ask(OperatorRequest request) {
        redis.call("ask for " + request.word(), r -> r.rpush(Keyspace.REQUESTS, request.word()));
    }

    @Override
    public Optional<OperatorRequest> takeRequest() {
        String word = redis.call("take a request", r -> r.lpop(Keyspace.REQUESTS));
        return Optional.ofNullable(word).map(w -> OperatorRequest.valueOf(w.toUpperCase(Locale.ROOT)));
    }

    @Override
    public void canaryWritten(Canary canary) {
        redis.call("note the canary", r -> r.set(Keyspace.CANARY, Canaries.text(canary)));
    }

    @Override
    public Optional<Canary> lastCanaryWritten() {
        String text = redis.call("read the canary", r -> r.get(Keyspace.CANARY));
        return Optional.ofNullable(text).map(Canaries::parse);
    }

    @Override
    public void filled(FillPace pace) {
        String text = pace.rows() + " " + pace.took().toMillis() + " " + pace.at();
        redis.call("note the fill's pace", r -> r.set(Keyspace.LAST_FILL, text));
    }

    @Override
    public Optional<FillPace> lastFill() {
        String text = redis.call("read the last fill's pace", r -> r.get(Keyspace.LAST_FILL));
        return Optional.ofNullable(text)
                .map(t -> t.split(" "))
                .map(parts -> new FillPace(
                        Long.parseLong(parts[0]),
                        Duration.ofMillis(Long.parseLong(parts[1])),
                        Instant.parse(parts[2])));
    }

    @Override
    public void close() {
        redis.close();
    }
}
