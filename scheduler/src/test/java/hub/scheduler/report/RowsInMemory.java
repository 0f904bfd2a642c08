package hub.scheduler.report;

import hub.projections.Catalog;
import hub.projections.board.Board;
import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Row;
import hub.projections.projector.PartitionBuilder;
import hub.projections.view.Boards;
import java.util.Map;

/** Boards of exactly these rows. */
public record RowsInMemory(Map<PartitionId, Map<String, String>> partitions, Horizon horizon) implements Boards {

    public static RowsInMemory of(Iterable<? extends Row> rows) {
        PartitionBuilder builder = new PartitionBuilder(Catalog.MODELS);
        rows.forEach(builder::add);
        return new RowsInMemory(builder.partitions(), Horizon.UNLIMITED);
    }

    RowsInMemory from(Horizon horizon) {
        return new RowsInMemory(partitions, horizon);
    }

    @Override
    public boolean holds(PartitionId partition) {
        return true;
    }

    @Override
    public <T> T get(Board<T> board, Partition partition) {
        return board.decode().apply(partitions.getOrDefault(board.in(partition), Map.of()));
    }
}
