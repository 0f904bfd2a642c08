package hub.ingest;

import hub.projections.model.ReadModel;
import hub.projections.operations.FillPace;
import hub.projections.operations.PipelineState;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.CommitOutcome;
import hub.projections.store.Generation;
import hub.projections.store.Pointer;
import hub.projections.store.ReadModelStore;
import hub.projections.store.StoreUnavailable;
import hub.projections.store.Writes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds one generation beside whatever is live: snapshot, catching up, verification, swap. Runs once, on its own thread;
 * what a failed one leaves behind is discarded by the caller.
 */
final class Build implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Build.class);
    private static final int VERIFY_ATTEMPTS = 5;

    /** How it ended. */
    sealed interface Outcome {

        /** The generation is live; its pipeline goes on. */
        record Live(Pipeline pipeline) implements Outcome {}

        /** @param unreachable whether the source could not be reached at all */
        record Failed(String cause, boolean unreachable) implements Outcome {}
    }

    private final Generation generation;
    private final ReadModelStore store;
    private final Sources sources;
    private final List<ReadModel<?>> models;
    private final String digest;
    private final IngestPolicy policy;
    private final Consumer<FillPace> filled;
    private final InstantSource clock;
    private final Thread thread;

    private volatile @Nullable Pipeline pipeline;
    private volatile @Nullable Outcome outcome;

    /** @param filled told when the snapshot is complete */
    Build(
            Generation generation,
            ReadModelStore store,
            Sources sources,
            List<ReadModel<?>> models,
            String digest,
            IngestPolicy policy,
            Consumer<FillPace> filled,
            InstantSource clock) {
        this.generation = generation;
        this.store = store;
        this.sources = sources;
        this.models = models;
        this.digest = digest;
        this.policy = policy;
        this.filled = filled;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("build-" + generation).start(this::run);
    }

    Generation generation() {
        return generation;
    }

    Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    PipelineStatus status(String instance, Instant at) {
        Pipeline feeding = pipeline;
        return feeding == null ? new PipelineMeter(generation).status(instance, at) : feeding.status(instance, at);
    }

    private void run() {
        try {
            outcome = build();
        } catch (InterruptedException e) {
            outcome = new Outcome.Failed("interrupted", false);
        } catch (SQLException e) {
            outcome = new Outcome.Failed("the source cannot be read: " + e.getMessage(), true);
        } catch (StoreUnavailable e) {
            outcome = new Outcome.Failed("the store is away: " + e.getMessage(), true);
        } catch (RuntimeException | Error e) {
            LOG.error("build of {} failed", generation, e);
            outcome = new Outcome.Failed("an unexpected failure: " + e, false);
        }
    }

    private Outcome build() throws SQLException, InterruptedException {
        LOG.info("building {}", generation);
        Checkpoint first =
                Checkpoint.filling(sources.identity(), policy.horizon().get(), digest);
        CommitOutcome begun = store.commit(generation, new Commit(null, first, Writes.NONE, List.of()));
        if (!(begun instanceof CommitOutcome.Applied)) {
            return new Outcome.Failed(generation + " exists already", false);
        }
        Instant since = clock.instant();
        Pipeline feeding =
                new Pipeline(generation, store, sources, models, clock, policy.watchdog(), policy.exit()).start();
        pipeline = feeding;
        while (feeding.state() != PipelineState.STREAMING) {
            if (feeding.state() == PipelineState.REBUILD_REQUIRED) {
                return new Outcome.Failed(feeding.cause(), false);
            }
            Thread.sleep(20);
        }
        Instant now = clock.instant();
        filled.accept(new FillPace(feeding.status("", now).filled(), Duration.between(since, now), now));
        return verify(feeding);
    }

    private Outcome verify(Pipeline feeding) throws InterruptedException {
        Verification verification = new Verification(store, sources, models);
        String why = "";
        for (int attempt = 0; attempt < VERIFY_ATTEMPTS; attempt++) {
            Pipeline.Flow flow = feeding.flow();
            if (flow != null) {
                switch (verification.run(feeding, flow, this::swap)) {
                    case Verification.Result.Equal equal -> {
                        return new Outcome.Live(feeding);
                    }
                    case Verification.Result.Different different -> {
                        return new Outcome.Failed(different.what(), false);
                    }
                    case Verification.Result.NotCompared not -> why = not.why();
                }
                LOG.info("{} is not verified yet: {}", generation, why);
            }
            if (feeding.state() == PipelineState.REBUILD_REQUIRED) {
                return new Outcome.Failed(feeding.cause(), false);
            }
            Thread.sleep(1_000);
        }
        return new Outcome.Failed("it could not be verified: " + why, false);
    }

    private void swap() {
        Pointer now = store.pointer();
        if (!store.movePointer(now, new Pointer(generation, now.live()))) {
            throw new IllegalStateException("somebody else moved the pointer from " + now);
        }
        LOG.info("{} is live; before it was {}", generation, now.live() == null ? "nothing" : now.live());
    }

    /** Ends the build and its pipeline, live or not; whoever takes over a live one's pipeline must not call this. */
    @Override
    public void close() {
        thread.interrupt();
        Pipeline feeding = pipeline;
        if (feeding != null) {
            feeding.close();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
