package hub.scheduler.week;

import hub.projections.board.Horizon;
import hub.projections.operations.OperatorRequest;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.Generation;
import hub.projections.store.InMemoryStore;
import hub.projections.store.Pointer;
import hub.projections.store.Writes;
import hub.projections.time.CentralDay;
import hub.scheduler.RecordingControlPlane;
import hub.scheduler.retention.Retention;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/** An ingest that lets go of the old days as soon as it is asked. */
final class HeldDays extends RecordingControlPlane {

    private static final Generation LIVE = new Generation(1);

    private final InMemoryStore store = new InMemoryStore();
    private final InstantSource clock;
    private int days;

    HeldDays(InstantSource clock) {
        this.clock = clock;
        store.commit(
                LIVE,
                new Commit(null, Checkpoint.filling("server", Horizon.UNLIMITED, "digest"), Writes.NONE, List.of()));
        store.movePointer(Pointer.NONE, new Pointer(LIVE, null));
    }

    Retention retention(int held) {
        days = held;
        return new Retention(store, this, held);
    }

    @Override
    public void ask(OperatorRequest request) {
        if (request != OperatorRequest.RETAIN) {
            throw new UnsupportedOperationException(request.name());
        }
        LocalDate first = CentralDay.of(clock.instant()).date().minusDays(days);
        Checkpoint at = store.checkpoint(LIVE).orElseThrow();
        Checkpoint next = at.withHorizon(new Horizon(first, first)).withSequence(at.sequence() + 1);
        store.commit(LIVE, new Commit(at, next, Writes.NONE, List.of()));
    }
}
