package hub.projections.store;

import hub.projections.board.PartitionId;
import hub.projections.store.Writes.PartitionWrites;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The store in a map: for tests, laws, and analysts who try a read model without servers. Same contract as Redis. */
public final class InMemoryStore implements ReadModelStore {

    private final TreeMap<Long, Stored> generations = new TreeMap<>();
    private final Consumer<Announcement> readers;
    private Pointer pointer = Pointer.NONE;

    private static final class Stored {
        private @Nullable Checkpoint checkpoint;
        private @Nullable String damage;
        private final Set<PartitionId> unannounced = new HashSet<>();
        private final List<String> history = new ArrayList<>();
        private final Map<PartitionId, Map<String, String>> partitions = new HashMap<>();
    }

    /** A store that nobody listens to. */
    public InMemoryStore() {
        this(announcement -> {});
    }

    /** @param readers told of every commit that ends outside a transaction, before the commit returns */
    public InMemoryStore(Consumer<Announcement> readers) {
        this.readers = readers;
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
        Stored stored = generations.getOrDefault(generation.number(), new Stored());
        Checkpoint at = stored.checkpoint;
        if (stored.damage != null) {
            return new CommitOutcome.Damaged(stored.damage);
        }
        if (commit.next().equals(at)) {
            return new CommitOutcome.AlreadyApplied();
        }
        if (!Objects.equals(at, commit.expected())) {
            return new CommitOutcome.Refused(at);
        }
        generations.put(generation.number(), stored);
        try {
            apply(stored, commit.writes());
        } catch (ArithmeticException e) {
            stored.damage = "an entry overflows: " + e.getMessage();
            return new CommitOutcome.Damaged(stored.damage);
        }
        stored.history.addAll(commit.schemaHistory());
        stored.checkpoint = commit.next();
        if (!commit.next().midTransaction()) {
            readers.accept(new Announcement(generation, commit.next(), Set.copyOf(stored.unannounced)));
            stored.unannounced.clear();
        }
        return new CommitOutcome.Applied();
    }

    private static void apply(Stored stored, Writes writes) {
        Predicate<PartitionId> cleared = writes::takesAway;
        stored.partitions.keySet().stream().filter(cleared).forEach(stored.unannounced::add);
        stored.partitions.keySet().removeIf(cleared);
        writes.partitions().forEach(partition -> apply(stored, partition));
    }

    private static void apply(Stored stored, PartitionWrites writes) {
        stored.unannounced.add(writes.partition());
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
    public synchronized List<Map<String, String>> fields(Generation generation, List<PartitionId> partitions) {
        Stored stored = generations.get(generation.number());
        return partitions.stream()
                .map(id -> stored == null
                        ? Map.<String, String>of()
                        : Map.copyOf(stored.partitions.getOrDefault(id, Map.of())))
                .toList();
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
