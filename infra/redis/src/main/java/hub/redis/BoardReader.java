package hub.redis;

import hub.projections.board.PartitionId;
import hub.projections.change.Canary;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The read side of the store: partitions at one checkpoint, what readers are told, and the pulse. Needs no right to
 * write. Every Mono fails with {@link hub.projections.store.StoreUnavailable} if Redis cannot be reached, does not answer in
 * time, or refuses.
 *
 * <p>Threads: safe for concurrent use; results arrive on the client's I/O threads, which must not be blocked.
 */
public final class BoardReader {

    private static final Long UNSENT = 1L;

    private final ReactiveLink redis;
    private final Flux<StoreSignal> signals;

    /** Connects at the first subscription. */
    public BoardReader(RedisConnections connections) {
        redis = new ReactiveLink(connections);
        signals = SignalSubscription.signals(connections).share();
    }

    /**
     * Reads partitions in one step, so all of them stand at the returned checkpoint. The result is not whole if they are
     * many and large; see {@link WholeRead}.
     *
     * @param held partition → the version that the caller holds, null for none; what is still current is not sent again,
     *     and all else in this order
     * @param fields after how many fields no further partition is sent
     * @return fails with {@link GenerationGone} if the generation has no checkpoint
     */
    public Mono<ReadResult> look(
            Generation generation, Map<PartitionId, ? extends @Nullable PartitionVersion> held, int fields) {
        List<PartitionId> partitions = new ArrayList<>(held.keySet());
        Keyspace keyspace = Keyspace.of(generation);
        List<String> keys = new ArrayList<>(3 + partitions.size());
        keys.addAll(List.of(keyspace.checkpoint(), keyspace.touch(), keyspace.marks()));
        partitions.forEach(partition -> keys.add(keyspace.partition(partition)));
        ScriptArgs args = ScriptArgs.of(Script.READ, keys)
                .and(keyspace.partitionPrefix().length())
                .and(fields);
        for (PartitionId partition : partitions) {
            PartitionVersion version = held.get(partition);
            args.and(version == null ? "" : version.text());
        }
        return redis.call("read " + partitions.size() + " partitions of " + generation, r -> Script.READ.run(r, args))
                .map(reply -> result(generation, partitions, reply));
    }

    /** The same in as many steps as it takes, and whole. */
    public Mono<ReadResult> read(Generation generation, Map<PartitionId, ? extends @Nullable PartitionVersion> held) {
        return WholeRead.of((versions, fields) -> look(generation, versions, fields), new HashMap<>(held));
    }

    /** Reads partitions of which the caller holds nothing. */
    public Mono<ReadResult> read(Generation generation, Iterable<PartitionId> partitions) {
        Map<PartitionId, @Nullable PartitionVersion> held = new HashMap<>();
        partitions.forEach(partition -> held.put(partition, null));
        return read(generation, held);
    }

    /**
     * What the store tells its readers, for ever: a subscription that breaks is made again, with
     * {@link StoreSignal.Resubscribed} in front of what follows. All subscribers share one connection; one that falls
     * far behind makes all of them resubscribe.
     */
    public Flux<StoreSignal> signals() {
        return signals;
    }

    /** The state of the whole, in one round trip. */
    public Mono<Pulse> pulse() {
        ScriptArgs args = ScriptArgs.of(Script.PULSE, List.of(Keyspace.POINTER, Keyspace.STATUSES, Keyspace.CANARY))
                .and(Keyspace.STATUS_PATTERN)
                .and(Keyspace.CHECKPOINT_PATTERN)
                .and(Keyspace.MARKS_PATTERN)
                .and(Keyspace.BOARDS_PATTERN);
        return redis.call("read the pulse", r -> Script.PULSE.run(r, args)).map(BoardReader::pulse);
    }

    private static ReadResult result(Generation generation, List<PartitionId> partitions, List<Object> reply) {
        if (reply.isEmpty()) {
            throw new GenerationGone(generation);
        }
        Map<PartitionId, PartitionRead> changed = HashMap.newHashMap(partitions.size());
        Set<PartitionId> unsent = new HashSet<>();
        for (int i = 0; i < partitions.size(); i++) {
            Object element = reply.get(i + 2);
            if (element.equals(UNSENT)) {
                unsent.add(partitions.get(i));
            } else if (element instanceof List<?> partition) {
                changed.put(
                        partitions.get(i),
                        new PartitionRead(
                                PartitionVersion.parse(Replies.text(partition.get(0))), Replies.map(partition.get(1))));
            }
        }
        return new ReadResult(
                generation,
                Checkpoint.parse(Replies.text(reply.get(0))),
                Marks.parse(Replies.map(reply.get(1))),
                changed,
                unsent);
    }

    private static Pulse pulse(List<Object> reply) {
        String checkpoint = Replies.text(reply.get(3));
        Map<String, BoardTouch> boards = new HashMap<>();
        Replies.map(reply.get(5)).forEach((board, touch) -> boards.put(board, BoardTouch.parse(touch)));
        List<PipelineStatus> statuses = Replies.list(reply.get(2)).stream()
                .map(status -> PipelineStatus.fromFields(Replies.map(status)))
                .toList();
        return new Pulse(
                Signals.pointer(Replies.text(reply.get(0))),
                checkpoint.isEmpty() ? null : Checkpoint.parse(checkpoint),
                Marks.parse(Replies.map(reply.get(4))),
                boards,
                statuses,
                canary(Replies.text(reply.get(1))));
    }

    private static @Nullable Canary canary(String text) {
        return text.isEmpty() ? null : Canaries.parse(text);
    }
}
