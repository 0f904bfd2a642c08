package hub.mysql;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import hub.projections.projector.PartitionBuilder;
import hub.projections.store.Parked;
import hub.projections.store.SourcePosition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private record Part(Table table, Slice slice) {}

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
        Map<String, ReadModel<?>> feeding = new HashMap<>();
        wanted.forEach(partition -> feeding.computeIfAbsent(partition.board(), this::model));
        return Flux.fromIterable(parts(wanted, feeding))
                .concatMap(part -> read.rows(part.table(), part.slice()))
                .collect(() -> new PartitionBuilder(List.copyOf(feeding.values())), PartitionBuilder::add)
                .doOnNext(builder -> complete &= builder.parked().equals(Parked.NONE))
                .map(builder -> exactly(wanted, builder.partitions()));
    }

    private ReadModel<?> model(String board) {
        return models.stream()
                .filter(model -> model.board().name().equals(board))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no read model feeds a board named " + board));
    }

    private static List<Part> parts(Set<PartitionId> wanted, Map<String, ReadModel<?>> feeding) {
        Map<Table, Set<Partition>> byTable = new EnumMap<>(Table.class);
        feeding.forEach((board, model) -> {
            Set<Partition> partitions = byTable.computeIfAbsent(model.source(), table -> new HashSet<>());
            wanted.stream().filter(p -> p.board().equals(board)).forEach(p -> partitions.add(p.partition()));
        });
        List<Part> parts = new ArrayList<>();
        byTable.forEach((table, partitions) ->
                RangePlan.of(table, partitions).forEach(slice -> parts.add(new Part(table, slice))));
        return parts;
    }

    private static Map<PartitionId, Map<String, String>> exactly(
            Set<PartitionId> wanted, Map<PartitionId, Map<String, String>> built) {
        Map<PartitionId, Map<String, String>> exactly = HashMap.newHashMap(wanted.size());
        wanted.forEach(partition -> exactly.put(partition, built.getOrDefault(partition, Map.of())));
        return exactly;
    }
}
