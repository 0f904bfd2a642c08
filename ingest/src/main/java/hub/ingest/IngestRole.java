package hub.ingest;

import hub.projections.model.ReadModel;
import hub.projections.operations.ControlPlane;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.ReadModelStore;
import hub.projections.store.StoreUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ingest role of one process. While it holds the lease it keeps a generation filled, fed and live, obeys the requests
 * that operators leave in the store, and publishes what it does once a second; without the lease it stands by.
 *
 * <p>The lease saves work; a second holder would be refused by the comparison of checkpoints.
 */
public final class IngestRole implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(10);
    static final Duration RENEW = Duration.ofSeconds(3);
    static final Duration STATUS_LIVES = Duration.ofSeconds(5);
    private static final Duration TICK = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(IngestRole.class);

    private final ControlPlane control;
    private final IngestPolicy policy;
    private final InstantSource clock;
    private final Generations generations;
    private final Thread thread;

    private volatile boolean stopping;
    private volatile boolean leading;
    private volatile List<PipelineStatus> statuses = List.of();
    private long renewedAt;
    private boolean storeAway;

    /** @param digest of {@code models} and the capture list; a generation filled under another one is rebuilt */
    public IngestRole(
            ReadModelStore store,
            ControlPlane control,
            SourceSettings source,
            List<ReadModel<?>> models,
            String digest,
            IngestPolicy policy,
            InstantSource clock) {
        this(store, control, new DebeziumSources(source, clock), models, digest, policy, clock);
    }

    IngestRole(
            ReadModelStore store,
            ControlPlane control,
            Sources sources,
            List<ReadModel<?>> models,
            String digest,
            IngestPolicy policy,
            InstantSource clock) {
        this.control = control;
        this.policy = policy;
        this.clock = clock;
        this.generations = new Generations(store, sources, List.copyOf(models), digest, policy, control::filled, clock);
        this.thread = Thread.ofPlatform().daemon().name("ingest-role").unstarted(this::loop);
    }

    public void start() {
        thread.start();
    }

    /** Stops the engines and gives up the lease; returns when all is at rest, at most some ten seconds later. */
    public void stop() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(40));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Whether this process holds the ingest lease. */
    public boolean leading() {
        return leading;
    }

    /** The pipelines of this process, as last published. Empty while standing by. */
    public List<PipelineStatus> statuses() {
        return statuses;
    }

    private void loop() {
        while (!stopping) {
            try {
                tick();
                store(null);
                Thread.sleep(TICK);
            } catch (InterruptedException e) {
                LOG.debug("ingest role interrupted");
            } catch (StoreUnavailable e) {
                store(e);
                pause();
            } catch (RuntimeException e) {
                LOG.error("the ingest role failed in this second; it goes on", e);
                pause();
            }
        }
        end();
    }

    /** Tells when the store goes and when it is back, and nothing between. */
    private void store(@Nullable StoreUnavailable failure) {
        if (failure != null && !storeAway) {
            LOG.warn("the store is away: {}", failure.getMessage());
        } else if (failure == null && storeAway) {
            LOG.info("the store is back");
        }
        storeAway = failure != null;
    }

    private void tick() {
        if (!holdLease()) {
            if (leading) {
                LOG.info("{} lost the ingest lease", policy.instance());
                generations.close();
            }
            leading = false;
            statuses = List.of();
            return;
        }
        if (!leading) {
            LOG.info("{} holds the ingest lease", policy.instance());
            leading = true;
        }
        control.takeRequest().ifPresent(generations::ask);
        generations.tend();
        generations.watch(control.lastCanaryWritten().orElse(null), System.nanoTime());
        publish();
    }

    private boolean holdLease() {
        long now = System.nanoTime();
        if (leading && now - renewedAt < RENEW.toNanos()) {
            return true;
        }
        boolean held;
        try {
            held = control.holdIngestLease(policy.instance(), LEASE);
        } catch (StoreUnavailable e) {
            if (leading && now - renewedAt < LEASE.toNanos()) {
                return true;
            }
            throw e;
        }
        if (held) {
            renewedAt = now;
        }
        return held;
    }

    private void publish() {
        List<PipelineStatus> now = generations.statuses(policy.instance(), clock.instant());
        now.forEach(status -> control.publish(status, STATUS_LIVES));
        statuses.stream()
                .map(PipelineStatus::generation)
                .filter(g -> now.stream().noneMatch(s -> s.generation().equals(g)))
                .forEach(control::withdrawStatus);
        statuses = now;
    }

    private void end() {
        generations.close();
        try {
            statuses.forEach(status -> control.withdrawStatus(status.generation()));
            if (leading) {
                control.releaseIngestLease(policy.instance());
            }
        } catch (StoreUnavailable e) {
            LOG.info("the store is away; the lease will run out by itself");
        }
        leading = false;
        statuses = List.of();
    }

    private void pause() {
        try {
            Thread.sleep(TICK);
        } catch (InterruptedException e) {
            LOG.debug("ingest role interrupted");
        }
    }
}
