package hub.ingest;

import hub.projections.change.Canary;
import hub.projections.model.ReadModel;
import hub.projections.operations.PipelineState;
import hub.projections.operations.PipelineStatus;
import hub.projections.projector.GenerationWriter;
import hub.projections.projector.PipelineStopped;
import hub.projections.projector.WriterListener;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.CommitOutcome;
import hub.projections.store.Generation;
import hub.projections.store.ReadModelStore;
import hub.projections.store.StoreUnavailable;
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
 * Feeds one generation: a fresh stream and a fresh writer from the stored checkpoint, again and again with growing pauses,
 * until it is stopped or only a rebuild helps. A half-read snapshot is never continued.
 *
 * <p>Threads: its own; the methods may be called by any other.
 */
final class Pipeline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final Duration STOP_BY_ITSELF = Duration.ofSeconds(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(12);

    private final Generation generation;
    private final ReadModelStore store;
    private final Sources sources;
    private final List<ReadModel<?>> models;
    private final InstantSource clock;
    private final PipelineMeter meter;
    private final Thread thread;

    private final Watchdog watchdog;

    private volatile boolean stopping;
    private volatile @Nullable ChangeSource stream;
    private final Consumer<String> exit;
    private volatile @Nullable Flow flow;

    /** What flows right now: one stream into one writer. */
    record Flow(Gate gate, GenerationWriter writer) {}

    /**
     * @param watchdog three of which a written canary may stay away
     * @param exit ends the process: what is left of a stream cannot be ended otherwise
     */
    Pipeline(
            Generation generation,
            ReadModelStore store,
            Sources sources,
            List<ReadModel<?>> models,
            InstantSource clock,
            Duration watchdog,
            Consumer<String> exit) {
        this.watchdog = new Watchdog(watchdog);
        this.exit = exit;
        this.generation = generation;
        this.store = store;
        this.sources = sources;
        this.models = models;
        this.clock = clock;
        this.meter = new PipelineMeter(generation);
        this.thread =
                Thread.ofPlatform().daemon().name("pipeline-" + generation).unstarted(this::loop);
    }

    Pipeline start() {
        thread.start();
        return this;
    }

    Generation generation() {
        return generation;
    }

    PipelineState state() {
        return meter.state();
    }

    String cause() {
        return meter.cause();
    }

    PipelineStatus status(String instance, Instant at) {
        return meter.status(instance, at);
    }

    /** Whether its thread has ended although nobody stopped it and nothing is wrong with the stream. */
    boolean dead() {
        boolean ended = !thread.isAlive() && !stopping && meter.state() != PipelineState.REBUILD_REQUIRED;
        if (ended) {
            meter.now(PipelineState.WAITING, "the thread that reads the stream has died");
        }
        return ended;
    }

    /** Takes the stream for dead if a canary that is known to be in MySQL does not come back, and nothing else does. */
    void watch(@Nullable Canary written, long nanos) {
        ChangeSource source = stream;
        Duration patience = watchdog.patience();
        if (flow == null || source == null || meter.state() != PipelineState.STREAMING) {
            watchdog.rest();
        } else if (watchdog.bites(written, meter.returned(), meter.delivered(), nanos)) {
            watchdog.rest();
            source.abandon("canary " + (written == null ? "" : written.n() + " ")
                    + "is in MySQL and has not come back, and nothing else has, for more than "
                    + patience.toSeconds() + " s");
        }
    }

    /** What flows; null while nothing does. */
    @Nullable
    Flow flow() {
        return flow;
    }

    private void loop() {
        Backoff backoff = new Backoff();
        try {
            while (!stopping) {
                try {
                    feedOnce(backoff);
                } catch (SourceFailure e) {
                    if (e.remedy() == SourceFailure.Remedy.EXIT) {
                        meter.now(PipelineState.WAITING, e.getMessage());
                        exit.accept(e.getMessage());
                        return;
                    }
                    if (e.remedy() == SourceFailure.Remedy.REBUILD || meter.state() == PipelineState.FILLING) {
                        rebuildRequired(e.getMessage());
                        return;
                    }
                    waitAfter(e, backoff);
                } catch (PipelineStopped e) {
                    if (e.outcome() instanceof CommitOutcome.Damaged damaged) {
                        rebuildRequired("the store found " + generation + " damaged: " + damaged.reason());
                        return;
                    }
                    waitAfter(e, backoff);
                } catch (SQLException | StoreUnavailable e) {
                    waitAfter(e, backoff);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("pipeline of {} interrupted", generation);
        } catch (RuntimeException | Error e) {
            LOG.error("pipeline of {} ended", generation, e);
            rebuildRequired("an unexpected failure: " + e);
        }
    }

    private void feedOnce(Backoff backoff) throws SourceFailure, InterruptedException, SQLException {
        Checkpoint from = store.checkpoint(generation).orElse(null);
        if (from == null) {
            throw new SourceFailure(
                    SourceFailure.Remedy.REBUILD, "nothing is stored of " + generation + " any more", null);
        }
        List<String> history = store.schemaHistory(generation);
        requireContinuable(from, history);
        if (from.phase() == Checkpoint.Phase.FILLING) {
            if (from.sequence() > 1) {
                throw new SourceFailure(SourceFailure.Remedy.REBUILD, "the snapshot was not completed", null);
            }
            meter.fillingFrom(clock.instant(), sources.estimateRows());
        }
        ChangeSource source = sources.stream(generation, from, history);
        stream = source;
        try (GenerationWriter writer =
                        new GenerationWriter(store, generation, from, models, new Listener(source, backoff));
                TableWatch tables = new TableWatch(
                        generation.toString(),
                        sources,
                        () -> store.schemaHistory(generation),
                        () -> source.abandon("a table that it follows is not there any more"))) {
            Gate gate = new Gate(writer, from.position(), meter, sources::contains, this::streaming);
            flow = new Flow(gate, writer);
            if (from.phase() == Checkpoint.Phase.STREAMING) {
                streaming();
            }
            if (!stopping) {
                source.run(gate);
            }
        } finally {
            flow = null;
        }
    }

    private void requireContinuable(Checkpoint from, List<String> history) throws SQLException, SourceFailure {
        Optional<StreamBreak> broken = sources.brokenAt(from, history);
        if (broken.isPresent()) {
            throw new SourceFailure(SourceFailure.Remedy.REBUILD, broken.get().what(), null);
        }
    }

    private void streaming() {
        meter.now(PipelineState.STREAMING, "");
    }

    private void rebuildRequired(String cause) {
        LOG.warn("{}: rebuild required: {}", generation, cause);
        meter.now(PipelineState.REBUILD_REQUIRED, cause);
    }

    private void waitAfter(Exception e, Backoff backoff) throws InterruptedException {
        if (stopping) {
            return;
        }
        String cause = String.valueOf(e.getMessage());
        Duration pause = backoff.pause();
        LOG.info("{}: {}; again in {} ms", generation, cause, pause.toMillis());
        meter.now(PipelineState.WAITING, cause);
        Thread.sleep(pause);
    }

    /** Stops feeding; what was not committed will be read again. Returns when all is at rest. */
    @Override
    public void close() {
        stopping = true;
        ChangeSource source = stream;
        if (source != null) {
            source.stop();
        }
        try {
            // The source ends by itself; one that waits for the store does so only once its writer is closed.
            Flow flowing = flow;
            if (!thread.join(STOP_BY_ITSELF) && flowing != null) {
                flowing.writer().close();
            }
            if (!thread.join(STOP_WITHIN)) {
                thread.interrupt();
                thread.join(STOP_WITHIN);
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private final class Listener implements WriterListener {
        private final ChangeSource source;
        private final Backoff backoff;

        Listener(ChangeSource source, Backoff backoff) {
            this.source = source;
            this.backoff = backoff;
        }

        @Override
        public void committed(Commit commit) {
            backoff.reset();
            meter.committed();
            Canary canary = commit.next().canary();
            if (canary != null) {
                meter.returned(canary.n());
            }
            if (meter.state() == PipelineState.WAITING) {
                streaming();
            }
        }

        @Override
        public void storeUnavailable(StoreUnavailable cause) {
            if (meter.state() == PipelineState.STREAMING) {
                meter.now(PipelineState.WAITING, String.valueOf(cause.getMessage()));
            }
        }

        @Override
        public void stopped(PipelineStopped reason) {
            source.stop();
        }
    }
}
