package hub.ingest;

import hub.ingest.sql.ConsistentRead;
import hub.ingest.sql.DayRange;
import hub.projections.board.Horizon;
import hub.projections.board.PartitionId;
import hub.projections.change.RangeColumn;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import hub.projections.parked.ParkedRows;
import hub.projections.projector.PartitionBuilder;
import hub.projections.source.SourceTables;
import hub.projections.store.Generation;
import hub.projections.store.ReadModelStore;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares every field of a generation that stands still with what the source's rows give, some days at a time: the
 * memory that it takes does not grow with the history. While the fields of some days are compared, the rows of the next
 * ones are read, by {@link ConsistentRead#READERS} threads.
 */
final class Comparison {

    private static final Optional<RangeColumn> NOT_FILED = Optional.empty();

    /** Asked for one by one, most of the time would be spent under way to the store and back. */
    private static final int PARTITIONS_AT_ONCE = 64;

    private final ReadModelStore store;
    private final Generation generation;
    private final Horizon horizon;
    private final List<ReadModel<?>> models;
    private final ConsistentRead read;
    private final long rowsAtOnce;

    /**
     * @param horizon what the generation holds
     * @param rowsAtOnce about how many rows are read at once, though never fewer than those of a day; so many are held in memory
     *     by each reader and by whoever compares
     */
    Comparison(
            ReadModelStore store,
            Generation generation,
            Horizon horizon,
            List<ReadModel<?>> models,
            ConsistentRead read,
            long rowsAtOnce) {
        this.store = store;
        this.generation = generation;
        this.horizon = horizon;
        this.models = models;
        this.read = read;
        this.rowsAtOnce = rowsAtOnce;
    }

    /**
     * Which partition differs first, if any does, and in how many entries.
     *
     * @param rows how many the source has, roughly
     */
    Optional<String> difference(long rows) throws SQLException, InterruptedException {
        List<PartitionId> stored = store.partitions(generation);
        List<DayRange> ranges = DayRange.covering(stored, rows, rowsAtOnce);
        Map<PartitionId, Map<String, String>> parked = new HashMap<>();
        try (ExecutorService readers = Executors.newFixedThreadPool(
                ConsistentRead.READERS,
                Thread.ofPlatform()
                        .daemon()
                        .name("verify-" + generation + "-", 1)
                        .factory())) {
            Iterator<DayRange> unread = ranges.iterator();
            Queue<Future<Map<PartitionId, Map<String, String>>>> ahead = new ArrayDeque<>();
            readAhead(unread, readers, ahead);
            for (DayRange range : ranges) {
                Map<PartitionId, Map<String, String>> wanted = result(ahead.remove());
                readAhead(unread, readers, ahead);
                moveParked(wanted, parked);
                Optional<String> difference = difference(wanted, stored, id -> isCompared(id, range));
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        return difference(parked, stored, ParkedRows::isListedIn);
    }

    private void readAhead(
            Iterator<DayRange> unread,
            ExecutorService readers,
            Queue<Future<Map<PartitionId, Map<String, String>>>> ahead) {
        while (ahead.size() < ConsistentRead.READERS && unread.hasNext()) {
            DayRange range = unread.next();
            ahead.add(readers.submit(() -> wanted(range)));
        }
    }

    private static <T> T result(Future<T> future) throws SQLException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException sql -> throw sql;
                case RuntimeException runtime -> throw runtime;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** What the source's rows give for the days of {@code range}, and some partitions of other days in part. */
    private Map<PartitionId, Map<String, String>> wanted(DayRange range) throws SQLException {
        PartitionBuilder builder = new PartitionBuilder(models, horizon);
        for (Table table : Table.values()) {
            Set<Optional<RangeColumn>> filedBy = models.stream()
                    .filter(model -> model.source() == table)
                    .map(ReadModel::filedBy)
                    .collect(Collectors.toSet());
            if (filedBy.isEmpty()) {
                continue;
            }
            if (!filedBy.contains(NOT_FILED)) {
                read.forEachRow(
                        table, filedBy.stream().flatMap(Optional::stream).toList(), range, builder::add);
            } else if (range.isFirst()) {
                read.forEachRow(table, builder::add);
            }
        }
        Map<PartitionId, Map<String, String>> partitions = builder.partitions();
        if (range.isFirst()) {
            partitions.put(SourceTables.PARTITION, SourceTables.fields(read.tables()));
        }
        return partitions;
    }

    private static boolean isCompared(PartitionId id, DayRange range) {
        return !ParkedRows.isListedIn(id) && range.holds(id.partition());
    }

    /** A parked row may lie in no day or in several, so what is parked is compared at the end, as a whole. */
    private static void moveParked(
            Map<PartitionId, Map<String, String>> from, Map<PartitionId, Map<String, String>> to) {
        from.forEach((id, fields) -> {
            if (ParkedRows.isListedIn(id)) {
                to.computeIfAbsent(id, missing -> new HashMap<>()).putAll(fields);
            }
        });
    }

    private Optional<String> difference(
            Map<PartitionId, Map<String, String>> wanted,
            Collection<PartitionId> stored,
            Predicate<PartitionId> compared) {
        return Stream.concat(wanted.keySet().stream(), stored.stream())
                .filter(compared)
                .distinct()
                .gather(Gatherers.windowFixed(PARTITIONS_AT_ONCE))
                .flatMap(ids -> difference(ids, store.fields(generation, ids), wanted).stream())
                .findFirst();
    }

    private static Optional<String> difference(
            List<PartitionId> ids, List<Map<String, String>> stored, Map<PartitionId, Map<String, String>> wanted) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> difference(
                        ids.get(i),
                        comparable(ids.get(i), stored.get(i)),
                        comparable(ids.get(i), wanted.getOrDefault(ids.get(i), Map.of()))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Map<String, String> comparable(PartitionId partition, Map<String, String> fields) {
        return ParkedRows.isListedIn(partition) ? ParkedRows.comparable(fields) : fields;
    }

    /** Names partition and entries but no values of facts: they may hold names. */
    private static Optional<String> difference(
            PartitionId partition, Map<String, String> stored, Map<String, String> wanted) {
        if (stored.equals(wanted)) {
            return Optional.empty();
        }
        Set<String> entries = new TreeSet<>(stored.keySet());
        entries.addAll(wanted.keySet());
        long different = entries.stream()
                .filter(entry -> !Objects.equals(stored.get(entry), wanted.get(entry)))
                .count();
        return Optional.of("partition " + partition + " differs from the source in " + different + " of "
                + entries.size() + " entries");
    }
}
