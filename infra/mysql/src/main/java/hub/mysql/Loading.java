package hub.mysql;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.RangeColumn;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import hub.projections.projector.PartitionBuilder;
import hub.projections.source.SourceTables;
import hub.projections.store.Parked;
import hub.projections.store.SourcePosition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads partitions from one consistent read. */
final class Loading implements MysqlBoards.OneRead {

    private final SourceRead read;
    private final List<ReadModel<?>> models;
    private volatile boolean complete = true;

    Loading(SourceRead read, List<ReadModel<?>> models) {
        this.read = read;
        this.models = models;
    }

    /** Read models whose rows are found by the same column of the same table, so that one reading serves them. */
    private record Feed(Table table, Optional<RangeColumn> column) {}

    @Override
    public boolean complete() {
        return complete;
    }

    @Override
    public SourcePosition positionAtLeast() {
        return read.positionAtLeast();
    }

    @Override
    public Mono<Map<PartitionId, Map<String, String>>> load(Set<PartitionId> wanted) {
        Map<Feed, Set<PartitionId>> byFeed = new HashMap<>();
        for (PartitionId partition : wanted) {
            if (partition.equals(SourceTables.PARTITION)) {
                continue;
            }
            ReadModel<?> model = model(partition.board());
            byFeed.computeIfAbsent(new Feed(model.source(), model.filedBy()), feed -> new HashSet<>())
                    .add(partition);
        }
        return Flux.fromIterable(byFeed.entrySet())
                .concatMap(feed -> load(feed.getKey(), feed.getValue()))
                .concatWith(wanted.contains(SourceTables.PARTITION) ? tables() : Mono.empty())
                .collect(() -> new HashMap<PartitionId, Map<String, String>>(), HashMap::putAll)
                .map(built -> exactly(wanted, built));
    }

    private Mono<Map<PartitionId, Map<String, String>>> load(Feed feed, Set<PartitionId> wanted) {
        List<ReadModel<?>> fed = wanted.stream()
                .map(PartitionId::board)
                .distinct()
                .<ReadModel<?>>map(this::model)
                .toList();
        Set<Partition> partitions = wanted.stream().map(PartitionId::partition).collect(Collectors.toSet());
        return Flux.fromIterable(RangePlan.of(feed.column(), partitions))
                .concatMap(slice -> read.rows(feed.table(), slice, feed.column()))
                .collect(() -> new PartitionBuilder(fed), PartitionBuilder::add)
                .doOnNext(builder -> complete &= builder.parked().equals(Parked.NONE))
                .map(PartitionBuilder::partitions);
    }

    private Mono<Map<PartitionId, Map<String, String>>> tables() {
        return read.tables().map(present -> Map.of(SourceTables.PARTITION, SourceTables.fields(present)));
    }

    private ReadModel<?> model(String board) {
        return models.stream()
                .filter(model -> model.board().name().equals(board))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no read model feeds a board named " + board));
    }

    private static Map<PartitionId, Map<String, String>> exactly(
            Set<PartitionId> wanted, Map<PartitionId, Map<String, String>> built) {
        Map<PartitionId, Map<String, String>> exactly = HashMap.newHashMap(wanted.size());
        wanted.forEach(partition -> exactly.put(partition, built.getOrDefault(partition, Map.of())));
        return exactly;
    }
}
