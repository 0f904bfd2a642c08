package hub.ingest.debezium;

import io.debezium.engine.DebeziumEngine.ChangeConsumer;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Receives the engine's batches. The first exception ends the engine and is remembered; whatever the engine does then, no
 * further batch is looked at: a {@code RetriableException} that left a handler would make it deliver the next one.
 *
 * <p>Nothing is acknowledged to the engine, which keeps no offset of its own (see {@link CheckpointOffsetStore}).
 */
final class EngineHandler implements ChangeConsumer<RecordChangeEvent<SourceRecord>> {

    private static final Duration SILENCE = Duration.ofMillis(3L * EngineConfiguration.KEEP_ALIVE_MILLIS);

    private final TransactionAssembler assembler;
    private volatile @Nullable Throwable failure;
    private volatile boolean busy;
    private volatile boolean heard;
    private volatile long idleSince = System.nanoTime();

    EngineHandler(TransactionAssembler assembler) {
        this.assembler = assembler;
    }

    @Override
    public void handleBatch(
            List<RecordChangeEvent<SourceRecord>> records, RecordCommitter<RecordChangeEvent<SourceRecord>> committer) {
        if (failure != null) {
            throw new IllegalStateException("the handler has failed before", failure);
        }
        busy = true;
        try {
            for (RecordChangeEvent<SourceRecord> record : records) {
                assembler.accept(record.record());
            }
            assembler.endOfBatch();
        } catch (RuntimeException | Error e) {
            failure = e;
            throw new IllegalStateException("the change stream cannot go on: " + e.getMessage(), e);
        } finally {
            idleSince = System.nanoTime();
            heard = true;
            busy = false;
        }
    }

    /** What ended the engine from here; null if nothing did. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Whether it is looking at a batch right now, on a thread of the engine's. */
    boolean isBusy() {
        return busy;
    }

    /**
     * Whether the stream has fallen silent: a healthy one delivers at least a heartbeat every few seconds. A snapshot that
     * has not delivered its first row is no silence.
     */
    boolean silent() {
        return heard && !busy && System.nanoTime() - idleSince > SILENCE.toNanos();
    }

    @Override
    public boolean supportsTombstoneEvents() {
        return false;
    }
}
