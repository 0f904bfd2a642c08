package hub.projections.projector;

import hub.projections.board.Horizon;
import hub.projections.board.PartitionId;
import hub.projections.change.Change;
import hub.projections.change.Row;
import hub.projections.model.ReadModel;
import hub.projections.store.Parked;
import hub.projections.store.SourcePosition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns rows into the partitions that a store would hold if it had been fed exactly these rows: the same cells, in the
 * store's own field form, without a store. Not thread-safe.
 */
public final class PartitionBuilder {

    private final Projector projector;
    private final Batch batch;

    /** Of a store that holds everything. */
    public PartitionBuilder(List<ReadModel<?>> models) {
        this(models, Horizon.UNLIMITED);
    }

    /** Of a store that holds what lies within {@code horizon}. */
    public PartitionBuilder(List<ReadModel<?>> models, Horizon horizon) {
        projector = new Projector(models);
        batch = new Batch(horizon, Parked.NONE);
    }

    /** Each row once. */
    public void add(Row row) {
        projector.apply(Change.RowChanged.inserted(row), SourcePosition.NONE, batch);
    }

    /** What the boards lack because cells of a row could not be computed. */
    public Parked parked() {
        return batch.parked();
    }

    /** Field maps by partition; a partition without fields is absent. */
    public Map<PartitionId, Map<String, String>> partitions() {
        Map<PartitionId, Map<String, String>> partitions = new HashMap<>();
        for (var writes : batch.writes().partitions()) {
            Map<String, String> fields = new HashMap<>(writes.puts());
            writes.increments().forEach((field, packed) -> fields.put(field, Long.toString(packed)));
            partitions.put(writes.partition(), fields);
        }
        return partitions;
    }
}
