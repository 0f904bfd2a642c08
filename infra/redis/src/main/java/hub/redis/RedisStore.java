package hub.redis;

import hub.projections.board.PartitionId;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.CommitOutcome;
import hub.projections.store.Generation;
import hub.projections.store.Pointer;
import hub.projections.store.ReadModelStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The read models in Redis. A commit is one script, so it is applied wholly or not at all, and repeating it is harmless:
 * the script compares the whole stored checkpoint. Uses a connection of its own; commands are sent at most once, and
 * any failure is a {@link hub.projections.store.StoreUnavailable}.
 */
public final class RedisStore implements ReadModelStore, AutoCloseable {

    private final BlockingLink redis;
    private final Generations generations;
    private final Lineages lineages = new Lineages();

    /** Connects at the first call. */
    public RedisStore(RedisConnections connections) {
        redis = new BlockingLink(connections);
        generations = new Generations(redis);
    }

    @Override
    public Pointer pointer() {
        return Signals.pointer(redis.call("read the pointer", r -> r.get(Keyspace.POINTER)));
    }

    @Override
    public boolean movePointer(Pointer expected, Pointer next) {
        ScriptArgs args = ScriptArgs.of(Script.MOVE_POINTER, List.of(Keyspace.POINTER))
                .and(Signals.text(expected))
                .and(Signals.text(next))
                .and(Keyspace.SIGNALS)
                .and(Signals.pointerMoved(next));
        return Replies.yes(redis.call("move the pointer", r -> Script.MOVE_POINTER.run(r, args)));
    }

    @Override
    public Optional<Checkpoint> checkpoint(Generation generation) {
        String text = redis.call(
                "read the checkpoint of " + generation,
                r -> r.get(Keyspace.of(generation).checkpoint()));
        return Optional.ofNullable(text).map(Checkpoint::parse);
    }

    @Override
    public CommitOutcome commit(Generation generation, Commit commit) {
        if (commit.expected() == null) {
            generations.register(generation);
        }
        ScriptArgs args = CommitArgs.of(generation, commit, lineages.of(generation, commit.expected()));
        List<Object> reply =
                redis.call("commit " + commit.next().sequence() + " to " + generation, r -> Script.COMMIT.run(r, args));
        CommitOutcome outcome = outcome(reply);
        if (outcome instanceof CommitOutcome.Applied || outcome instanceof CommitOutcome.AlreadyApplied) {
            lineages.reached(generation, commit.next());
        }
        return outcome;
    }

    private static CommitOutcome outcome(List<Object> reply) {
        String word = Replies.text(reply.getFirst());
        return switch (word) {
            case "applied" -> new CommitOutcome.Applied();
            case "already" -> new CommitOutcome.AlreadyApplied();
            case "refused" -> new CommitOutcome.Refused(stored(Replies.text(reply.get(1))));
            case "damaged" -> new CommitOutcome.Damaged(Replies.text(reply.get(1)));
            default -> throw new IllegalStateException("the commit script replied \"" + word + "\"");
        };
    }

    private static @Nullable Checkpoint stored(String text) {
        return text.isEmpty() ? null : Checkpoint.parse(text);
    }

    @Override
    public List<String> schemaHistory(Generation generation) {
        return redis.call(
                "read the schema history of " + generation,
                r -> r.lrange(Keyspace.of(generation).history(), 0, -1));
    }

    @Override
    public List<Map<String, String>> fields(Generation generation, List<PartitionId> partitions) {
        return redis.call(
                "read " + partitions.size() + " partitions of " + generation,
                r -> all(partitions.stream()
                        .map(id ->
                                r.hgetall(Keyspace.of(generation).partition(id)).toCompletableFuture())
                        .toList()));
    }

    private static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> replies) {
        return CompletableFuture.allOf(replies.toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> replies.stream().map(CompletableFuture::join).toList());
    }

    @Override
    public List<PartitionId> partitions(Generation generation) {
        return generations.partitions(generation);
    }

    @Override
    public List<Generation> generations() {
        return generations.stored();
    }

    @Override
    public void discard(Generation generation) {
        generations.discard(generation);
    }

    @Override
    public void close() {
        redis.close();
    }
}
