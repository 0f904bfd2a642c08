package hub.bench.child;

import hub.app.roles.RedisSession;
import hub.bench.machine.HeapLog;
import hub.bench.stage.Stage;
import hub.projections.operations.PipelineStatus;
import hub.testkit.servers.SourceDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How the service, in a process of its own, filled a generation from a snapshot, verified it and made it live.
 *
 * @param seconds from the snapshot's begin
 * @param heap megabytes that were in use after a collection, at most
 */
public record Filling(double seconds, double heap) {

    /** What ingest must do with. */
    private static final String HEAP = "-Xmx512m";

    /** In a Redis that is empty. */
    public static Filling of(Stage stage, SourceDatabase database) throws InterruptedException {
        HeapLog heap = HeapLog.create();
        try (RedisSession session = stage.session();
                ServedHub hub = ServedHub.start(stage, database, "ingest", List.of(HEAP, heap.option()))) {
            Instant begun = Instant.now();
            while (session.store().pointer().live() == null) {
                hub.requireAlive();
                for (PipelineStatus status : session.control().statuses()) {
                    if (status.fillingSince() != null) {
                        begun = status.fillingSince();
                    }
                }
                Thread.sleep(20);
            }
            return new Filling(Duration.between(begun, Instant.now()).toMillis() / 1e3, heap.megabytes());
        } finally {
            heap.delete();
        }
    }
}
