package hub.projections.operations;

import hub.projections.change.Canary;
import hub.projections.store.Generation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What processes tell each other through the store, beside the read models themselves. Nothing here is needed for
 * correctness: the checkpoint is. Methods throw {@link hub.projections.store.StoreUnavailable} if the store is away.
 */
public interface ControlPlane {

    /**
     * Takes or renews the ingest lease for {@code instance}; false if another holds it. A lease not renewed within
     * {@code ttl} is free.
     */
    boolean holdIngestLease(String instance, Duration ttl);

    /** Gives the lease up if {@code instance} holds it. */
    void releaseIngestLease(String instance);

    /** Publishes a pipeline's status; it vanishes by itself after {@code ttl}. */
    void publish(PipelineStatus status, Duration ttl);

    /** The statuses still alive, by generation. */
    List<PipelineStatus> statuses();

    /** Drops a status at once, when its pipeline has ended. */
    void withdrawStatus(Generation generation);

    /** Leaves a request for the lease holder. */
    void ask(OperatorRequest request);

    /** Takes the oldest request, if there is one. */
    Optional<OperatorRequest> takeRequest();

    /** Says that {@code canary} is committed in MySQL. */
    void canaryWritten(Canary canary);

    Optional<Canary> lastCanaryWritten();

    /** Says how fast a complete fill went; kept until the next one. */
    void filled(FillPace pace);

    Optional<FillPace> lastFill();
}
