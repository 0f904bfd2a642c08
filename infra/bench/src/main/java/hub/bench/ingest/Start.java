package hub.bench.ingest;

import hub.bench.stage.Stage;
import hub.ingest.SourceFailure;
import hub.ingest.debezium.DebeziumSource;
import hub.projections.Catalog;
import hub.projections.board.Horizon;
import hub.projections.change.Change;
import hub.projections.projector.ChangeSink;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.SourceProgress;
import hub.testkit.servers.SourceDatabase;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream starts that has read a snapshot and nothing more: what every round starts from, so that all of them read
 * the same backlog.
 *
 * @param history the schema history that belongs to it
 */
public record Start(Checkpoint checkpoint, List<String> history) {

    /** The one that every round feeds: a schema history can be continued by its own generation only. */
    public static final Generation GENERATION = new Generation(1);

    /** The first checkpoint of a generation that is about to be filled. */
    public static Start filling() {
        return new Start(Checkpoint.filling("bench", Horizon.UNLIMITED, Catalog.DIGEST), List.of());
    }

    /** Reads a snapshot of what is in the database now, and forgets its rows. */
    public static Start afterSnapshot(Stage stage, SourceDatabase database) throws SourceFailure, InterruptedException {
        Start filling = filling();
        Snapshot sink = new Snapshot();
        DebeziumSource source = new DebeziumSource(
                stage.source(database), GENERATION, filling.checkpoint(), List.of(), InstantSource.system());
        sink.completed = source::stop;
        source.run(sink);
        SourceProgress progress = sink.progress;
        if (progress == null) {
            throw new IllegalStateException("the snapshot of " + database.name() + " did not complete");
        }
        return new Start(filling.checkpoint().streamedTo(progress), progress.schemaHistory());
    }

    private static final class Snapshot implements ChangeSink {

        private Runnable completed = () -> {};
        private @Nullable SourceProgress progress;

        @Override
        public void snapshotRow(Change change) {}

        @Override
        public void snapshotCompleted(SourceProgress reached) {
            progress = reached;
            completed.run();
        }

        @Override
        public void change(Change change, Supplier<Optional<String>> resumeAfter) {}

        @Override
        public void transactionEnd(SourceProgress reached) {}

        @Override
        public void batchEnd() {}
    }
}
