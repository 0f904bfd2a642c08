package hub.ingest.debezium;

import hub.ingest.SourceSettings;
import hub.projections.projector.ChangeSink;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import io.debezium.engine.RecordChangeEvent;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.NullMarked;

/**
 * The service's decoding behind an engine whose snapshot several threads read, which the service's own has no setting for:
 * Debezium's further connections begin their transactions before the lock under which the position is read, so what is
 * committed in between would be lost. Right only while nobody writes.
 */
@NullMarked
public final class ParallelFilling implements AutoCloseable {

    private final BareEngine engine;

    /** Starts reading the snapshot into {@code sink}. */
    public ParallelFilling(
            SourceSettings source, Generation generation, Checkpoint filling, int threads, ChangeSink sink) {
        StagedEntries staged = new StagedEntries();
        TransactionAssembler assembler =
                new TransactionAssembler(sink, new Positions(source.flavor()), staged, filling, InstantSource.system());
        engine = new BareEngine(
                source, generation, filling, List.of(), threads, staged, batch -> accept(assembler, batch));
    }

    private static void accept(TransactionAssembler assembler, List<RecordChangeEvent<SourceRecord>> batch) {
        batch.forEach(event -> assembler.accept(event.record()));
        assembler.endOfBatch();
    }

    /** @throws IllegalStateException if the engine has ended by itself */
    public void requireRunning() {
        engine.requireRunning();
    }

    @Override
    public void close() {
        engine.close();
    }
}
