package hub.bench.child;

import hub.app.roles.RedisSession;
import hub.bench.machine.HeapLog;
import hub.bench.stage.Stage;
import hub.projections.operations.OperatorRequest;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Generation;
import hub.testkit.servers.SourceDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the service, in a process of its own, filled generations from a snapshot, verified them and made them live.
 *
 * @param first seconds from the first snapshot's begin, in a process that has just started
 * @param again seconds of the last one, in a process that has done it before: what {@code hub rebuild} asks for
 * @param heap megabytes that were in use after a collection, at most
 */
public record Filling(double first, double again, double heap) {

    /** What ingest must do with. */
    private static final String HEAP = "-Xmx512m";

    /**
     * Into a Redis that is empty.
     *
     * @param rebuilds how often it is done again
     */
    public static Filling of(Stage stage, SourceDatabase database, int rebuilds) throws InterruptedException {
        HeapLog heap = HeapLog.create();
        try (RedisSession session = stage.session();
                ServedHub hub = ServedHub.start(stage, database, "ingest", List.of(HEAP, heap.option()))) {
            double first = untilLive(session, hub, null);
            double again = Double.NaN;
            for (int i = 0; i < rebuilds; i++) {
                Generation before = session.store().pointer().live();
                session.control().ask(OperatorRequest.REBUILD);
                again = untilLive(session, hub, before);
            }
            return new Filling(first, again, heap.megabytes());
        } finally {
            heap.delete();
        }
    }

    private static double untilLive(RedisSession session, ServedHub hub, @Nullable Generation before)
            throws InterruptedException {
        Instant begun = Instant.now();
        while (Objects.equals(session.store().pointer().live(), before)) {
            hub.requireAlive();
            for (PipelineStatus status : session.control().statuses()) {
                if (status.fillingSince() != null) {
                    begun = status.fillingSince();
                }
            }
            Thread.sleep(20);
        }
        return Duration.between(begun, Instant.now()).toMillis() / 1e3;
    }
}
