package hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hub.ingest.debezium.DebeziumSource;
import hub.ingest.sql.ConsistentRead;
import hub.projections.board.Horizon;
import hub.projections.board.PartitionId;
import hub.projections.change.Change;
import hub.projections.parked.ParkedRows;
import hub.projections.projector.ChangeSink;
import hub.projections.projector.GenerationWriter;
import hub.projections.projector.WriterListener;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.Generation;
import hub.projections.store.InMemoryStore;
import hub.projections.store.SourceProgress;
import hub.projections.store.Writes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One generation in memory, fed by one engine at a time. */
final class StreamingScenario implements AutoCloseable {

    static final Generation G1 = new Generation(1);

    /** A first engine of a JVM takes a third of this on a busy machine. */
    private static final Duration WITHIN = Duration.ofSeconds(60);

    final TestServer server;
    final InMemoryStore store = new InMemoryStore();
    private @Nullable Running running;

    StreamingScenario(TestServer server) {
        this.server = server;
        store.commit(
                G1, new Commit(null, Checkpoint.filling("test", Horizon.UNLIMITED, "digest"), Writes.NONE, List.of()));
    }

    record Running(
            DebeziumSource source,
            GenerationWriter writer,
            CompletableFuture<@Nullable Throwable> ended,
            Thread thread) {}

    void start() {
        start(sink -> sink);
    }

    void start(java.util.function.UnaryOperator<ChangeSink> between) {
        Checkpoint from = store.checkpoint(G1).orElseThrow();
        GenerationWriter writer = new GenerationWriter(store, G1, from, MirrorModels.all(), new WriterListener() {});
        DebeziumSource source =
                new DebeziumSource(server.settings(), G1, from, store.schemaHistory(G1), InstantSource.system());
        CompletableFuture<@Nullable Throwable> ended = new CompletableFuture<>();
        ChangeSink sink = between.apply(writer);
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                source.run(sink);
                ended.complete(null);
            } catch (Throwable e) {
                ended.complete(e);
            }
        });
        running = new Running(source, writer, ended, thread);
    }

    Running running() {
        return Objects.requireNonNull(running);
    }

    void stop() {
        if (running != null) {
            running.source().stop();
            try {
                running.thread().join(Duration.ofSeconds(15));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(running.thread().isAlive()).isFalse();
            running.writer().close();
            running = null;
        }
    }

    @Nullable
    Throwable awaitFailure() {
        return running()
                .ended()
                .orTimeout(60, java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    Checkpoint checkpoint() {
        return store.checkpoint(G1).orElseThrow();
    }

    void awaitStreaming() {
        await("streaming", () -> alive() && checkpoint().phase() == Checkpoint.Phase.STREAMING);
    }

    private boolean alive() {
        Throwable failure = running().ended().getNow(null);
        if (failure != null) {
            throw new AssertionError("the stream has ended", failure);
        }
        return true;
    }

    /** Waits until every board equals what one consistent read of the server says. */
    void awaitParity() {
        await("parity", () -> alive() && boards().equals(expected()));
        assertThat(boards()).isEqualTo(expected());
    }

    Map<String, Map<String, String>> boards() {
        return boards(store, G1);
    }

    private Map<String, Map<String, String>> expected() {
        return expected(server.settings());
    }

    static Map<String, Map<String, String>> boards(InMemoryStore store, Generation generation) {
        Map<String, Map<String, String>> boards = new TreeMap<>();
        for (PartitionId id : store.partitions(generation)) {
            Map<String, String> fields = store.fields(generation, id);
            boards.put(id.text(), new TreeMap<>(ParkedRows.isListedIn(id) ? ParkedRows.comparable(fields) : fields));
        }
        return boards;
    }

    static Map<String, Map<String, String>> expected(SourceSettings settings) {
        InMemoryStore oracle = new InMemoryStore();
        Checkpoint filling = Checkpoint.filling("test", Horizon.UNLIMITED, "digest");
        oracle.commit(G1, new Commit(null, filling, Writes.NONE, List.of()));
        try (ConsistentRead read = ConsistentRead.open(settings, position -> {});
                GenerationWriter writer =
                        new GenerationWriter(oracle, G1, filling, MirrorModels.all(), new WriterListener() {})) {
            read.forEachRow(row -> writer.snapshotRow(Change.RowChanged.inserted(row)));
            writer.snapshotCompleted(new SourceProgress("{}", read.position(), null, List.of()));
            writer.drain();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return boards(oracle, G1);
    }

    static void await(String what, BooleanSupplier condition) {
        await(what, condition, () -> "");
    }

    static void await(String what, BooleanSupplier condition, Supplier<String> state) {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                if (what.equals("parity")) {
                    return;
                }
                throw new AssertionError("no " + what + " within " + WITHIN.toSeconds() + " s " + state.get());
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        stop();
    }
}
