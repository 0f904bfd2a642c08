package hub.scheduler;

import hub.projections.change.Canary;
import hub.projections.operations.ControlPlane;
import hub.projections.operations.FillPace;
import hub.projections.operations.OperatorRequest;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Generation;
import hub.projections.store.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers announced canaries; most jobs call nothing else. */
public class RecordingControlPlane implements ControlPlane {

    final List<Canary> canaries = new CopyOnWriteArrayList<>();
    volatile boolean away;

    @Override
    public void canaryWritten(Canary canary) {
        if (away) {
            throw new StoreUnavailable("cannot note the canary", new IllegalStateException("Redis is away"));
        }
        canaries.add(canary);
    }

    @Override
    public Optional<Canary> lastCanaryWritten() {
        return canaries.isEmpty() ? Optional.empty() : Optional.of(canaries.getLast());
    }

    @Override
    public boolean holdIngestLease(String instance, Duration ttl) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void releaseIngestLease(String instance) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void publish(PipelineStatus status, Duration ttl) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PipelineStatus> statuses() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void withdrawStatus(Generation generation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void ask(OperatorRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<OperatorRequest> takeRequest() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void filled(FillPace pace) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<FillPace> lastFill() {
        return Optional.empty();
    }
}
