package hub.testkit.mutation;

import hub.ingest.SslMode;
import hub.ingest.debezium.DebeziumSource;
import hub.projections.Catalog;
import hub.projections.board.Horizon;
import hub.projections.projector.GenerationWriter;
import hub.projections.projector.WriterListener;
import hub.projections.source.SourceTables;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.CommitOutcome;
import hub.projections.store.Generation;
import hub.projections.store.Pointer;
import hub.projections.store.Writes;
import hub.redis.RedisConnections;
import hub.redis.RedisStore;
import hub.testkit.servers.SourceDatabase;
import hub.testkit.servers.StoreServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** The service's own way of a row, from the binlog into one generation, with a defect planted. */
final class DefectiveIngest implements AutoCloseable {

    private static final Duration WITHIN = Duration.ofSeconds(30);

    private final AlteredScript script;
    private final RedisConnections connections;
    private final RedisStore store;
    private final Generation generation;
    private final DebeziumSource source;
    private final GenerationWriter writer;
    private final Thread thread;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile @Nullable Commit last;

    /** Begins to fill a new generation. */
    DefectiveIngest(Defect defect, SourceDatabase database, StoreServer redis, Generation generation) {
        this.generation = generation;
        script = new AlteredScript(redis, defect.script());
        connections = new RedisConnections(new LettuceConnectionFactory(
                new RedisStandaloneConfiguration(
                        script.address().host(), script.address().port()),
                LettuceClientConfiguration.builder().build()));
        store = new RedisStore(connections);
        Checkpoint first = Checkpoint.filling("mutation", Horizon.UNLIMITED, Catalog.DIGEST);
        store.commit(generation, new Commit(null, first, Writes.NONE, List.of()));
        writer = new GenerationWriter(
                store, generation, first, defect.models().apply(Catalog.MODELS), new WriterListener() {
                    @Override
                    public void committed(Commit commit) {
                        if (commit.writes().size() > 0) {
                            last = commit;
                        }
                    }
                });
        source = new DebeziumSource(
                database.asSource(SslMode.DISABLED), generation, first, List.of(), InstantSource.system());
        thread = Thread.ofPlatform().daemon().name("defective-ingest").start(() -> {
            try {
                source.run(defect.sink().apply(writer));
            } catch (Throwable e) {
                failure.set(e);
            }
        });
    }

    /** Fills a new generation and serves it. */
    void fill() {
        Law.FILLED.holds(this::awaitStreaming);
        store.movePointer(store.pointer(), new Pointer(generation, null));
    }

    private void awaitStreaming() {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (store.checkpoint(generation).orElseThrow().phase() != Checkpoint.Phase.STREAMING) {
            if (failure.get() != null || System.nanoTime() > deadline) {
                throw new AssertionError("the snapshot was not taken", failure.get());
            }
            Thread.onSpinWait();
        }
    }

    /** What ended the stream by itself, which is no proof of anything; null if nothing did. */
    @Nullable
    Throwable failure() {
        return failure.get();
    }

    /** A writer that slept since its last commit but one wakes up and sends that commit once more. */
    CommitOutcome staleWriterWakes(Commit slept) {
        return store.commit(generation, slept);
    }

    /** The last commit that wrote something. */
    Commit last() {
        Commit commit = last;
        if (commit == null) {
            throw new AssertionError("nothing was committed yet");
        }
        return commit;
    }

    /** The fields of all boards that are made from rows. */
    long fields() {
        return store.partitions(generation).stream()
                .filter(partition -> !partition.equals(SourceTables.PARTITION))
                .mapToLong(partition -> store.fields(generation, partition).size())
                .sum();
    }

    @Override
    public void close() {
        source.stop();
        writer.close();
        try {
            thread.join(Duration.ofSeconds(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.close();
        connections.close();
        script.close();
    }
}
