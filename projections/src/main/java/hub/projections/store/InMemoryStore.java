package hub.projections.store;

import hub.projections.board.PartitionId;
import hub.projections.store.Writes.PartitionWrites;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The store in a map: for tests, laws, and analysts who try a read model without servers. Same contract as Redis. */
public final class InMemoryStore implements ReadModelStore {

    private final TreeMap<Long, Stored> generations = new TreeMap<>();
    private Pointer pointer = Pointer.NONE;

    private static final class Stored {
        private @Nullable Checkpoint checkpoint;
        private final List<String> history = new ArrayList<>();
        private final Map<PartitionId, Map<String, String>> partitions = new HashMap<>();
    }

    @Override
    public synchronized Pointer pointer() {
        return pointer;
    }

    @Override
    public synchronized boolean movePointer(Pointer expected, Pointer next) {
        if (!pointer.equals(expected)) {
            return false;
        }
        pointer = next;
        return true;
    }

    @Override
    public synchronized Optional<Checkpoint> checkpoint(Generation generation) {
        return Optional.ofNullable(generations.get(generation.number())).map(stored -> stored.checkpoint);
    }

    @Override
    public synchronized CommitOutcome commit(Generation generation, Commit commit) {
        Stored stored = generations.get(generation.number());
        Checkpoint at = stored == null ? null : stored.checkpoint;
        if (commit.next().equals(at)) {
            return new CommitOutcome.AlreadyApplied();
        }
        if (at == null ? commit.expected() != null : !at.equals(commit.expected())) {
            return new CommitOutcome.Refused(at);
        }
        Stored target = generations.computeIfAbsent(generation.number(), n -> new Stored());
        Set<String> cleared = commit.writes().cleared();
        target.partitions.keySet().removeIf(id -> cleared.contains(id.board()));
        commit.writes().partitions().forEach(writes -> apply(target, writes));
        target.history.addAll(commit.schemaHistory());
        target.checkpoint = commit.next();
        return new CommitOutcome.Applied();
    }

    private static void apply(Stored stored, PartitionWrites writes) {
        Map<String, String> fields = stored.partitions.computeIfAbsent(writes.partition(), id -> new HashMap<>());
        writes.increments()
                .forEach((field, by) -> fields.compute(field, (f, was) -> {
                    long sum = Math.addExact(was == null ? 0 : Long.parseLong(was), by);
                    return sum == 0 ? null : Long.toString(sum);
                }));
        fields.putAll(writes.puts());
        fields.keySet().removeAll(new HashSet<>(writes.removes()));
        if (fields.isEmpty()) {
            stored.partitions.remove(writes.partition());
        }
    }

    @Override
    public synchronized List<String> schemaHistory(Generation generation) {
        Stored stored = generations.get(generation.number());
        return stored == null ? List.of() : List.copyOf(stored.history);
    }

    @Override
    public synchronized Map<String, String> fields(Generation generation, PartitionId partition) {
        Stored stored = generations.get(generation.number());
        return stored == null ? Map.of() : Map.copyOf(stored.partitions.getOrDefault(partition, Map.of()));
    }

    @Override
    public synchronized List<PartitionId> partitions(Generation generation) {
        Stored stored = generations.get(generation.number());
        return stored == null
                ? List.of()
                : stored.partitions.keySet().stream()
                        .sorted(Comparator.comparing(PartitionId::text))
                        .toList();
    }

    @Override
    public synchronized List<Generation> generations() {
        return generations.keySet().stream().map(Generation::new).toList();
    }

    @Override
    public synchronized void discard(Generation generation) {
        generations.remove(generation.number());
    }
}
