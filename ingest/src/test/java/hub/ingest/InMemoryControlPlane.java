package hub.ingest;

import hub.projections.change.Canary;
import hub.projections.operations.ControlPlane;
import hub.projections.operations.FillPace;
import hub.projections.operations.OperatorRequest;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Generation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A control plane in memory; leases run out by the wall clock. */
final class InMemoryControlPlane implements ControlPlane {

    private final Map<Long, PipelineStatus> statuses = new TreeMap<>();
    private final Deque<OperatorRequest> requests = new ArrayDeque<>();
    private @Nullable String holder;
    private long until;
    private @Nullable Canary written;

    @Override
    public synchronized boolean holdIngestLease(String instance, Duration ttl) {
        if (holder != null && !holder.equals(instance) && System.nanoTime() < until) {
            return false;
        }
        holder = instance;
        until = System.nanoTime() + ttl.toNanos();
        return true;
    }

    @Override
    public synchronized void releaseIngestLease(String instance) {
        if (instance.equals(holder)) {
            holder = null;
        }
    }

    synchronized @Nullable String holder() {
        return holder;
    }

    @Override
    public synchronized void publish(PipelineStatus status, Duration ttl) {
        statuses.put(status.generation().number(), status);
    }

    @Override
    public synchronized List<PipelineStatus> statuses() {
        return List.copyOf(statuses.values());
    }

    @Override
    public synchronized void withdrawStatus(Generation generation) {
        statuses.remove(generation.number());
    }

    @Override
    public synchronized void ask(OperatorRequest request) {
        requests.add(request);
    }

    @Override
    public synchronized Optional<OperatorRequest> takeRequest() {
        return Optional.ofNullable(requests.poll());
    }

    @Override
    public synchronized void canaryWritten(Canary canary) {
        written = canary;
    }

    @Override
    public synchronized Optional<Canary> lastCanaryWritten() {
        return Optional.ofNullable(written);
    }

    private @Nullable FillPace pace;

    @Override
    public synchronized void filled(FillPace last) {
        pace = last;
    }

    @Override
    public synchronized Optional<FillPace> lastFill() {
        return Optional.ofNullable(pace);
    }
}
