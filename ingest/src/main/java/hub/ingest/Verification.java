package hub.ingest;

import hub.ingest.sql.ConsistentRead;
import hub.projections.board.PartitionId;
import hub.projections.change.Change;
import hub.projections.model.ReadModel;
import hub.projections.parked.ParkedRows;
import hub.projections.projector.GenerationWriter;
import hub.projections.projector.WriterListener;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.Generation;
import hub.projections.store.InMemoryStore;
import hub.projections.store.ReadModelStore;
import hub.projections.store.SourcePosition;
import hub.projections.store.SourceProgress;
import hub.projections.store.Writes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares every field of every partition of a filled generation with what one consistent SQL read gives, at the same
 * position of the source: the stream is held exactly there, while readers and writers of the source go on.
 */
final class Verification {

    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final Duration REACH_WITHIN = Duration.ofMinutes(10);
    private static final Generation SQL = new Generation(1);

    private final ReadModelStore store;
    private final Sources sources;
    private final List<ReadModel<?>> models;

    Verification(ReadModelStore store, Sources sources, List<ReadModel<?>> models) {
        this.store = store;
        this.sources = sources;
        this.models = models;
    }

    /** How it ended. */
    sealed interface Result {

        /** All fields are equal. */
        record Equal() implements Result {}

        /** They are not. */
        record Different(String what) implements Result {}

        /** No comparison came about; it may be tried again. */
        record NotCompared(String why) implements Result {}
    }

    /** Compares, and runs {@code ifEqual} while the stream is still held. */
    Result run(Pipeline pipeline, Pipeline.Flow flow, Runnable ifEqual) throws InterruptedException {
        Generation generation = pipeline.generation();
        try (ConsistentRead read = sources.read(flow.gate()::holdAt)) {
            InMemoryStore expected = expected(generation, read);
            if (!held(pipeline, flow, read.position())) {
                return new Result.NotCompared(
                        "the stream was not at " + read.position().text());
            }
            flow.writer().drain();
            Optional<Checkpoint> at = store.checkpoint(generation);
            if (at.isEmpty() || at.get().midTransaction()) {
                return new Result.NotCompared("the stream stands inside a transaction");
            }
            Optional<String> difference = difference(generation, expected);
            if (difference.isPresent()) {
                String what = difference.get() + " at " + read.position().text();
                return read.exact()
                        ? new Result.Different(what)
                        : new Result.NotCompared(what + ", read without a lock; grant RELOAD for an exact read");
            }
            LOG.info("{} equals the source at {}", generation, read.position().text());
            ifEqual.run();
            return new Result.Equal();
        } catch (SQLException e) {
            return new Result.NotCompared(String.valueOf(e.getMessage()));
        } finally {
            flow.gate().open();
        }
    }

    private static boolean held(Pipeline pipeline, Pipeline.Flow flow, SourcePosition position)
            throws InterruptedException {
        long deadline = System.nanoTime() + REACH_WITHIN.toNanos();
        while (flow.equals(pipeline.flow()) && System.nanoTime() < deadline) {
            switch (flow.gate().awaitHeld(position, Duration.ofSeconds(1))) {
                case YES -> {
                    return true;
                }
                case TOO_FAR -> {
                    return false;
                }
                case NOT_YET -> LOG.debug("{} is on its way to {}", pipeline.generation(), position.text());
            }
        }
        return false;
    }

    private InMemoryStore expected(Generation generation, ConsistentRead read)
            throws SQLException, InterruptedException {
        Checkpoint like = store.checkpoint(generation).orElseThrow();
        Checkpoint filling = Checkpoint.filling(like.source(), like.horizon(), like.digest());
        InMemoryStore memory = new InMemoryStore();
        memory.commit(SQL, new Commit(null, filling, Writes.NONE, List.of()));
        try (GenerationWriter writer = new GenerationWriter(memory, SQL, filling, models, new WriterListener() {})) {
            read.forEachRow(row -> writer.snapshotRow(Change.RowChanged.inserted(row)));
            writer.snapshotCompleted(new SourceProgress("", read.position(), null, List.of(), read.tables()));
            writer.drain();
        }
        return memory;
    }

    private Optional<String> difference(Generation generation, InMemoryStore expected) {
        TreeSet<String> partitions = new TreeSet<>();
        store.partitions(generation).forEach(id -> partitions.add(id.text()));
        expected.partitions(SQL).forEach(id -> partitions.add(id.text()));
        for (String text : partitions) {
            PartitionId partition = PartitionId.parse(text);
            Map<String, String> stored = compared(partition, store.fields(generation, partition));
            Map<String, String> wanted = compared(partition, expected.fields(SQL, partition));
            if (!stored.equals(wanted)) {
                return Optional.of(describe(partition, stored, wanted));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> compared(PartitionId partition, Map<String, String> fields) {
        return ParkedRows.isListedIn(partition) ? ParkedRows.comparable(fields) : fields;
    }

    /** Names partition and entry but no values of facts: they may hold names. */
    private static String describe(PartitionId partition, Map<String, String> stored, Map<String, String> wanted) {
        TreeSet<String> entries = new TreeSet<>(stored.keySet());
        entries.addAll(wanted.keySet());
        long different = entries.stream()
                .filter(e -> !java.util.Objects.equals(stored.get(e), wanted.get(e)))
                .count();
        return "partition " + partition + " differs from the source in " + different + " of " + entries.size()
                + " entries";
    }
}
