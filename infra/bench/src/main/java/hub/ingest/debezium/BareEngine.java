package hub.ingest.debezium;

import hub.ingest.SourceSettings;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The engine that the service runs, with the very same settings, and a handler that only hands records over: the floor of
 * everything that follows the binlog. Stands in this package to use the service's configuration itself, not a copy.
 */
@NullMarked
public final class BareEngine implements AutoCloseable {

    private final EngineContext context;
    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private final CompletableFuture<@Nullable Throwable> ended = new CompletableFuture<>();
    private final Thread thread;

    /**
     * Starts reading where {@code from} stands, with a snapshot if it is filling.
     *
     * @param records receives each batch, on the engine's thread
     */
    public BareEngine(
            SourceSettings source,
            Generation generation,
            Checkpoint from,
            List<String> history,
            Consumer<List<RecordChangeEvent<SourceRecord>>> records) {
        this(source, generation, from, history, 1, records);
    }

    /** @param snapshotThreads that read a snapshot; the service has one */
    public BareEngine(
            SourceSettings source,
            Generation generation,
            Checkpoint from,
            List<String> history,
            int snapshotThreads,
            Consumer<List<RecordChangeEvent<SourceRecord>>> records) {
        this(source, generation, from, history, snapshotThreads, new StagedEntries(), records);
    }

    BareEngine(
            SourceSettings source,
            Generation generation,
            Checkpoint from,
            List<String> history,
            int snapshotThreads,
            StagedEntries staged,
            Consumer<List<RecordChangeEvent<SourceRecord>>> records) {
        context = new EngineContext("bare-" + UUID.randomUUID(), from.resume(), history, staged).open();
        EngineConfiguration.Start start = from.phase() == Checkpoint.Phase.FILLING
                ? EngineConfiguration.Start.SNAPSHOT
                : EngineConfiguration.Start.RESUME;
        Properties configuration = EngineConfiguration.of(source, generation, start, context.id());
        if (snapshotThreads > 1) {
            configuration.setProperty("snapshot.max.threads", Integer.toString(snapshotThreads));
        }
        engine = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(configuration)
                .using((DebeziumEngine.CompletionCallback) (success, message, error) ->
                        ended.complete(success ? null : error == null ? new IllegalStateException(message) : error))
                .notifying((batch, committer) -> records.accept(batch))
                .build();
        thread = Thread.ofPlatform().daemon().name("engine-" + generation).start(engine);
    }

    /** @throws IllegalStateException if the engine has ended by itself */
    public void requireRunning() {
        if (ended.isDone()) {
            throw new IllegalStateException("the bare engine ended", ended.getNow(null));
        }
    }

    @Override
    public void close() {
        try {
            engine.close();
            thread.join();
        } catch (IOException e) {
            throw new IllegalStateException("the bare engine does not close", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            context.close();
        }
    }
}
