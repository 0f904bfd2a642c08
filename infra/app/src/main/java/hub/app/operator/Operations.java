package hub.app.operator;

import hub.projections.operations.ControlPlane;
import hub.projections.operations.OperatorRequest;
import hub.projections.operations.PipelineState;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Generation;
import hub.projections.store.Pointer;
import hub.projections.store.ReadModelStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks for a rebuild or a rollback and follows it until the pointer has moved. Readers notice nothing but the move. */
public final class Operations {

    /** Ingest looks for requests every second; after this long it has not taken ours. */
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(30);

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final ReadModelStore store;
    private final ControlPlane control;
    private final ProgressLine progress;
    private final InstantSource clock;

    public Operations(ReadModelStore store, ControlPlane control, ProgressLine progress, InstantSource clock) {
        this.store = store;
        this.control = control;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Builds a new generation beside the live one and waits until it is live.
     *
     * @throws OperationFailed if no ingest process is there or the fill ended without going live
     */
    public void rebuild() throws InterruptedException {
        Pointer before = store.pointer();
        requireIngest();
        if (control.statuses().stream().anyMatch(s -> s.state() == PipelineState.FILLING)) {
            throw new OperationFailed("a generation is being filled already; wait for it");
        }
        control.ask(OperatorRequest.REBUILD);
        progress.show("asked for a rebuild; waiting for ingest to begin");
        Instant asked = clock.instant();
        Instant lastSeenFilling = null;
        while (true) {
            Pointer now = store.pointer();
            if (now.live() != null && !now.live().equals(before.live())) {
                progress.end(now.live() + " is live" + was(before.live()));
                return;
            }
            Optional<PipelineStatus> filling = filling(before.live());
            if (filling.isPresent()) {
                lastSeenFilling = clock.instant();
                progress.show(Progress.of(filling.get(), clock.instant()));
            }
            giveUpIfSilent(asked, lastSeenFilling);
            Thread.sleep(LOOK_EVERY);
        }
    }

    /**
     * Points readers back to the previous generation and waits until they are.
     *
     * @throws OperationFailed if there is none, or no ingest process is there
     */
    public void rollback() throws InterruptedException {
        Pointer before = store.pointer();
        if (before.previous() == null) {
            throw new OperationFailed("there is no previous generation to return to: live is "
                    + (before.live() == null ? "nothing" : before.live()) + ". One is kept for a day after a rebuild");
        }
        requireIngest();
        control.ask(OperatorRequest.ROLLBACK);
        progress.show("asked for a rollback to " + before.previous());
        Instant asked = clock.instant();
        while (!before.previous().equals(store.pointer().live())) {
            giveUpIfSilent(asked, null);
            Thread.sleep(LOOK_EVERY);
        }
        progress.end(before.previous() + " is live again" + was(before.live()));
    }

    private void requireIngest() {
        List<PipelineStatus> statuses = control.statuses();
        if (statuses.isEmpty()) {
            throw new OperationFailed("no process with the role ingest is at work on this Redis."
                    + " Start one (hub serve --roles ingest), or name its Redis with --redis HOST:PORT");
        }
    }

    private Optional<PipelineStatus> filling(@Nullable Generation live) {
        return control.statuses().stream()
                .filter(s -> !s.generation().equals(live))
                .filter(s -> s.state() == PipelineState.FILLING)
                .max(Comparator.comparingLong(s -> s.generation().number()));
    }

    private void giveUpIfSilent(Instant asked, @Nullable Instant lastSeen) {
        Instant since = lastSeen == null ? asked : lastSeen;
        if (Duration.between(since, clock.instant()).compareTo(TAKEN_WITHIN) > 0) {
            throw new OperationFailed(
                    (lastSeen == null ? "ingest has not begun" : "the fill has ended without going live") + " after "
                            + TAKEN_WITHIN.toSeconds() + " s. What it says of itself: " + whatIngestSays());
        }
    }

    private String whatIngestSays() {
        List<PipelineStatus> statuses = control.statuses();
        return statuses.isEmpty()
                ? "nothing, it is gone"
                : statuses.stream()
                        .map(s -> s.generation() + " " + s.state().word()
                                + (s.cause().isEmpty() ? "" : " (" + s.cause() + ")"))
                        .collect(Collectors.joining("; "));
    }

    private static String was(@Nullable Generation before) {
        return before == null ? "" : "; before it was " + before;
    }
}
