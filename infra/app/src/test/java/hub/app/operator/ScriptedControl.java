package hub.app.operator;

import hub.projections.change.Canary;
import hub.projections.operations.ControlPlane;
import hub.projections.operations.FillPace;
import hub.projections.operations.OperatorRequest;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Generation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers each look at the statuses with the next thing said, and does what is scripted when all has been said. */
final class ScriptedControl implements ControlPlane {

    private final Deque<PipelineStatus> statuses = new ArrayDeque<>();
    private final List<OperatorRequest> asked = new ArrayList<>();
    private @Nullable PipelineStatus always;
    private Runnable last = () -> {};
    private boolean afterAsking;

    void says(PipelineStatus status) {
        statuses.add(status);
    }

    void alwaysSays(PipelineStatus status) {
        always = status;
    }

    /** Done once, when the statuses are used up. */
    void then(Runnable action) {
        last = action;
    }

    /** Does it when something is asked for instead. */
    void afterAsking() {
        afterAsking = true;
    }

    List<OperatorRequest> asked() {
        return asked;
    }

    @Override
    public List<PipelineStatus> statuses() {
        if (always != null) {
            return List.of(always);
        }
        PipelineStatus next = statuses.poll();
        if (statuses.isEmpty() && !afterAsking) {
            last.run();
            last = () -> {};
        }
        return next == null ? List.of() : List.of(next);
    }

    @Override
    public void ask(OperatorRequest request) {
        asked.add(request);
        if (afterAsking) {
            last.run();
        }
    }

    @Override
    public boolean holdIngestLease(String instance, Duration ttl) {
        return true;
    }

    @Override
    public void releaseIngestLease(String instance) {}

    @Override
    public void publish(PipelineStatus status, Duration ttl) {}

    @Override
    public void withdrawStatus(Generation generation) {}

    @Override
    public Optional<OperatorRequest> takeRequest() {
        return Optional.empty();
    }

    @Override
    public void canaryWritten(Canary canary) {}

    @Override
    public Optional<Canary> lastCanaryWritten() {
        return Optional.empty();
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
