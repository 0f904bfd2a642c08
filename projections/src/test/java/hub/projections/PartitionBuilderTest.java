package hub.projections;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.Horizon;
import hub.projections.board.PartitionId;
import hub.projections.change.Change;
import hub.projections.projector.GenerationWriter;
import hub.projections.projector.PartitionBuilder;
import hub.projections.projector.WriterListener;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.Generation;
import hub.projections.store.InMemoryStore;
import hub.projections.store.SourcePosition;
import hub.projections.store.SourceProgress;
import hub.projections.store.Writes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PartitionBuilderTest {

    private static final Generation G = new Generation(1);

    @Test
    @Timeout(30)
    void rowsGiveTheFieldsThatAStoreFedWithThemHolds() throws InterruptedException {
        PartitionBuilder builder = new PartitionBuilder(Catalog.MODELS);
        ReferenceScenario.ROWS.forEach(builder::add);

        assertThat(builder.partitions()).isNotEmpty().isEqualTo(storeFedWithTheSame());
    }

    @Test
    void noRowsGiveNoPartitions() {
        assertThat(new PartitionBuilder(Catalog.MODELS).partitions()).isEmpty();
    }

    private static Map<PartitionId, Map<String, String>> storeFedWithTheSame() throws InterruptedException {
        InMemoryStore store = new InMemoryStore();
        Checkpoint first = Checkpoint.filling("server", Horizon.UNLIMITED, Catalog.DIGEST);
        store.commit(G, new Commit(null, first, Writes.NONE, List.of()));
        try (GenerationWriter writer = new GenerationWriter(store, G, first, Catalog.MODELS, new WriterListener() {})) {
            ReferenceScenario.ROWS.forEach(row -> writer.snapshotRow(Change.RowChanged.inserted(row)));
            writer.snapshotCompleted(new SourceProgress("resume", SourcePosition.NONE, null, List.of()));
            writer.drain();
        }
        Map<PartitionId, Map<String, String>> fields = new HashMap<>();
        store.partitions(G).forEach(partition -> fields.put(partition, store.fields(G, partition)));
        return fields;
    }
}
