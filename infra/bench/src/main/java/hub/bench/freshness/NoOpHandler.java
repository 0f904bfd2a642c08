package hub.bench.freshness;

import hub.bench.freshness.Marker.Committed;
import hub.bench.ingest.Start;
import hub.bench.stage.Stage;
import hub.ingest.debezium.BareEngine;
import hub.testkit.servers.SourceDatabase;
import io.debezium.engine.RecordChangeEvent;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** The floor: the service's engine, and a handler that only looks whether the marker has come. */
final class NoOpHandler implements Watched {

    private static final long PAUSE_NANOS = 100_000;

    private final BareEngine engine;
    private volatile long seenId;
    private volatile long seenAt;

    NoOpHandler(Stage stage, SourceDatabase database, Start start) {
        engine = new BareEngine(
                stage.source(database), Start.GENERATION, start.checkpoint(), start.history(), this::look);
    }

    private void look(List<RecordChangeEvent<SourceRecord>> batch) {
        for (RecordChangeEvent<SourceRecord> event : batch) {
            if (event.record().topic().endsWith(".activity_logs")
                    && event.record().value() instanceof Struct value
                    && value.getStruct("after") instanceof Struct after
                    && after.get("id") instanceof Long id
                    && id > Marker.ABOVE) {
                seenAt = System.nanoTime();
                seenId = id;
            }
        }
    }

    @Override
    public long awaitSeen(Committed committed) {
        while (seenId < committed.id()) {
            engine.requireRunning();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return seenAt;
    }

    @Override
    public void close() {
        engine.close();
    }
}
