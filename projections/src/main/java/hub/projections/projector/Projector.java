package hub.projections.projector;

import hub.projections.change.Change;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies changes to a batch through the read models. Holds no state: nothing to lose, nothing to warm up. */
final class Projector {

    private final Map<Table, List<ReadModel<?>>> modelsByTable = new EnumMap<>(Table.class);

    Projector(List<ReadModel<?>> models) {
        for (Table table : Table.values()) {
            modelsByTable.put(
                    table, models.stream().filter(m -> m.source() == table).toList());
        }
    }

    void apply(Change change, Batch batch) {
        switch (change) {
            case Change.RowChanged row -> rowChanged(row.before(), row.after(), batch);
            case Change.Truncated truncated -> models(truncated.table()).forEach(model -> batch.clear(model.board()));
            case Change.CanaryReturned canary -> {}
        }
    }

    private void rowChanged(@Nullable Row before, @Nullable Row after, Batch batch) {
        if (before != null) {
            for (ReadModel<?> model : models(before.table())) {
                model.cells(before, batch.retracting(model.board()));
            }
        }
        if (after != null) {
            for (ReadModel<?> model : models(after.table())) {
                model.cells(after, batch.asserting(model.board()));
            }
        }
    }

    private List<ReadModel<?>> models(Table table) {
        return modelsByTable.getOrDefault(table, List.of());
    }
}
