package hub.app.roles;

import hub.projections.operations.ControlPlane;
import hub.projections.operations.PipelineState;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Generation;
import hub.projections.store.ReadModelStore;
import hub.projections.store.StoreUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every process through the store what keeps ingest from starting, as ingest itself does once it runs. Says nothing
 * where another process ingests, or where the store is what is away.
 */
final class Waiting {

    /** Longer than the longest pause between two looks at the servers. */
    private static final Duration LIVES = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

    private final ReadModelStore store;
    private final ControlPlane control;
    private final String instance;
    private final InstantSource clock;
    private @Nullable Generation told;

    Waiting(ReadModelStore store, ControlPlane control, String instance, InstantSource clock) {
        this.store = store;
        this.control = control;
        this.instance = instance;
        this.clock = clock;
    }

    /** @param away servers that do not answer, and how that shows */
    void on(List<String> away) {
        try {
            boolean alone = control.statuses().stream()
                    .allMatch(status -> status.instance().equals(instance));
            if (alone) {
                Generation live = store.pointer().live();
                told = live == null ? new Generation(1) : live;
                control.publish(status(told, String.join("; ", away)), LIVES);
            }
        } catch (StoreUnavailable e) {
            LOG.debug("The store is away: {}", e.getMessage());
        }
    }

    /** Takes back what was told. */
    void over() {
        if (told != null) {
            try {
                control.withdrawStatus(told);
            } catch (StoreUnavailable e) {
                LOG.debug("The store is away; the status will vanish by itself");
            }
            told = null;
        }
    }

    private PipelineStatus status(Generation generation, String cause) {
        return new PipelineStatus(
                generation, PipelineState.WAITING, instance, cause, clock.instant(), 0, 0, 0, 0, 0, null);
    }
}
