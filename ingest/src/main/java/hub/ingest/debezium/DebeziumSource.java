package hub.ingest.debezium;

import hub.ingest.ChangeSource;
import hub.ingest.Continuity;
import hub.ingest.SourceFailure;
import hub.ingest.SourceSettings;
import hub.ingest.StreamBreak;
import hub.projections.projector.ChangeSink;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded engine as a source of changes. Fills if the checkpoint is in phase filling, else resumes from it and never
 * takes a snapshot. An engine object runs once and is never retried from inside.
 */
public final class DebeziumSource implements ChangeSource {

    private static final Logger LOG = LoggerFactory.getLogger(DebeziumSource.class);
    private static final long STOP_SECONDS = 10;
    private static final long HANGS_AFTER_SECONDS = 30;
    private static final Duration POLL = Duration.ofMillis(50);

    private final SourceSettings settings;
    private final Generation generation;
    private final Checkpoint from;
    private final List<String> history;
    private final InstantSource clock;
    private volatile boolean stopping;
    private volatile @Nullable String abandoned;

    /**
     * @param from where the generation stands
     * @param history its schema history
     */
    public DebeziumSource(
            SourceSettings settings,
            Generation generation,
            Checkpoint from,
            List<String> history,
            InstantSource clock) {
        this.settings = settings;
        this.generation = generation;
        this.from = from;
        this.history = List.copyOf(history);
        this.clock = clock;
    }

    @Override
    public void run(ChangeSink sink) throws SourceFailure, InterruptedException {
        requireWholeHistory();
        String id = generation + "-" + UUID.randomUUID();
        StagedEntries staged = new StagedEntries();
        try (EngineContext context = new EngineContext(id, from.resume(), history, staged).open()) {
            EngineHandler handler = new EngineHandler(
                    new TransactionAssembler(sink, new Positions(settings.flavor()), staged, from, clock));
            run(handler, EngineConfiguration.of(settings, generation, start(), context.id()));
        }
    }

    private EngineConfiguration.Start start() {
        return from.phase() == Checkpoint.Phase.FILLING
                ? EngineConfiguration.Start.SNAPSHOT
                : EngineConfiguration.Start.RESUME;
    }

    private void requireWholeHistory() throws SourceFailure {
        Optional<StreamBreak> damaged = Continuity.damaged(from, history);
        if (damaged.isPresent()) {
            throw new SourceFailure(SourceFailure.Remedy.REBUILD, damaged.get().what(), null);
        }
    }

    private void run(EngineHandler handler, Properties configuration) throws SourceFailure, InterruptedException {
        CompletableFuture<@Nullable Throwable> ended = new CompletableFuture<>();
        DebeziumEngine<RecordChangeEvent<SourceRecord>> engine = DebeziumEngine.create(
                        ChangeEventFormat.of(Connect.class))
                .using(configuration)
                .using((DebeziumEngine.CompletionCallback) (success, message, error) ->
                        ended.complete(success ? null : error == null ? new IllegalStateException(message) : error))
                .notifying(handler)
                .build();
        Thread thread =
                Thread.ofPlatform().daemon().name("engine-" + generation).start(() -> runToEnd(engine, ended));
        SourceFailure failure = null;
        try {
            Throwable error = await(handler, ended);
            Throwable first = handler.failure() == null ? error : handler.failure();
            if (first != null) {
                failure = Failures.classify(first);
            } else if (!stopping) {
                failure = new SourceFailure(SourceFailure.Remedy.RETRY, "the engine ended without a reason", null);
            }
        } finally {
            close(engine, thread, ended);
        }
        if (failure != null) {
            requireEnded(thread, handler, failure);
            throw failure;
        }
    }

    /**
     * A second engine beside one that does not end would read the same stream: worse than a fresh process. An engine may
     * end and leave the thread behind on which it called the handler.
     */
    private void requireEnded(Thread thread, EngineHandler handler, SourceFailure failure)
            throws SourceFailure, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(HANGS_AFTER_SECONDS - STOP_SECONDS);
        while (!stopping && (thread.isAlive() || handler.isBusy())) {
            if (System.nanoTime() > deadline) {
                throw new SourceFailure(
                        SourceFailure.Remedy.EXIT,
                        thread.getName() + " has not ended within " + HANGS_AFTER_SECONDS + " s, after: "
                                + failure.getMessage(),
                        failure);
            }
            thread.join(POLL);
            if (handler.isBusy()) {
                Thread.sleep(POLL);
            }
        }
    }

    private static void runToEnd(Runnable engine, CompletableFuture<@Nullable Throwable> ended) {
        try {
            engine.run();
            ended.complete(null);
        } catch (RuntimeException | Error e) {
            ended.complete(e);
        }
    }

    /** Waits for the engine's end, for {@link #stop()}, or for a silent stream. */
    private @Nullable Throwable await(EngineHandler handler, CompletableFuture<@Nullable Throwable> ended)
            throws InterruptedException {
        while (!stopping) {
            try {
                return ended.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (handler.failure() != null) {
                    return null;
                }
                String why = abandoned;
                if (why != null) {
                    return new InterruptedStream(why);
                }
                if (handler.silent()) {
                    return new InterruptedStream("the source sends nothing, not even heartbeats");
                }
            } catch (ExecutionException e) {
                return e.getCause();
            }
        }
        return null;
    }

    @Override
    public void abandon(String why) {
        abandoned = why;
    }

    @Override
    public void stop() {
        stopping = true;
    }

    private static void close(DebeziumEngine<?> engine, Thread thread, CompletableFuture<@Nullable Throwable> ended) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        // Closing waits for the handler, which may hang.
        Thread closer = Thread.ofPlatform()
                .daemon()
                .name("close-" + thread.getName())
                .start(() -> closeWhenPossible(engine, thread, ended));
        boolean interrupted = false;
        while (thread.isAlive() && System.nanoTime() < deadline) {
            try {
                thread.join(50);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (thread.isAlive()) {
            LOG.warn("{} has not ended within {} s; leaving its thread behind", thread.getName(), STOP_SECONDS);
            thread.interrupt();
            closer.interrupt();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** While its tasks start, an engine refuses to be closed; when it ends by itself, likewise. */
    private static void closeWhenPossible(
            DebeziumEngine<?> engine, Thread thread, CompletableFuture<@Nullable Throwable> ended) {
        while (thread.isAlive() && !ended.isDone() && !Thread.currentThread().isInterrupted()) {
            try {
                engine.close();
                return;
            } catch (IllegalStateException | IOException notNow) {
                LOG.trace("engine not closed yet", notNow);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
