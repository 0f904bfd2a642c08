package hub.projections.projector;

import hub.projections.board.Board;
import hub.projections.change.Change;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import hub.projections.parked.ParkedRow;
import hub.projections.store.SourcePosition;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Applies changes to a batch through the read models. Holds no state: nothing to lose, nothing to warm up. A row whose
 * cells cannot be computed is parked for the boards that lack it; because cells are pure, what fails after a change fails
 * before the next one, too, so nothing is retracted that was never asserted. Not thread-safe.
 */
final class Projector {

    private final Map<Table, List<ReadModel<?>>> modelsByTable = new EnumMap<>(Table.class);
    private final CellBuffer cells = new CellBuffer();

    Projector(List<ReadModel<?>> models) {
        for (Table table : Table.values()) {
            modelsByTable.put(
                    table, models.stream().filter(m -> m.source() == table).toList());
        }
    }

    List<Board<?>> boards() {
        return modelsByTable.values().stream()
                .flatMap(List::stream)
                .<Board<?>>map(ReadModel::board)
                .toList();
    }

    /** @param at the position that is told of rows that are parked by this change */
    void apply(Change change, SourcePosition at, Batch batch) {
        switch (change) {
            case Change.RowChanged row -> rowChanged(row.before(), row.after(), at, batch);
            case Change.Truncated truncated -> {
                models(truncated.table()).forEach(model -> batch.clear(model.board()));
                batch.unparkAll(truncated.table());
            }
            case Change.CanaryReturned canary -> {}
        }
    }

    private void rowChanged(@Nullable Row before, @Nullable Row after, SourcePosition at, Batch batch) {
        if (before != null) {
            Unprojected was = project(before, batch, -1);
            if (was != null) {
                batch.unpark(before.table(), before.id(), was.boards());
            }
        }
        if (after != null) {
            Unprojected is = project(after, batch, 1);
            if (is != null) {
                batch.park(after.table(), new ParkedRow(after.id(), is.boards(), is.reason(), at));
            }
        }
    }

    /** Null if every model took the row. */
    private @Nullable Unprojected project(Row row, Batch batch, int sign) {
        List<ReadModel<?>> models = models(row.table());
        if (row instanceof Row.Unreadable unreadable) {
            return models.isEmpty() ? null : new Unprojected(names(models), unreadable.reason());
        }
        Unprojected without = null;
        for (ReadModel<?> model : models) {
            try {
                model.cells(row, cells);
            } catch (RuntimeException e) {
                cells.clear();
                without = Unprojected.and(without, model.board().name(), e);
                continue;
            }
            cells.drainTo(sign < 0 ? batch.retracting(model.board()) : batch.asserting(model.board()));
        }
        return without;
    }

    private static Set<String> names(List<ReadModel<?>> models) {
        return models.stream().map(model -> model.board().name()).collect(Collectors.toSet());
    }

    private List<ReadModel<?>> models(Table table) {
        return modelsByTable.getOrDefault(table, List.of());
    }
}
