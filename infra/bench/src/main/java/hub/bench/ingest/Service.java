package hub.bench.ingest;

import hub.app.roles.RedisSession;
import hub.bench.stage.RedisMeter;
import hub.bench.stage.Stage;
import hub.ingest.debezium.ParallelFilling;
import hub.projections.Catalog;
import hub.projections.change.Change;
import hub.projections.model.ReadModel;
import hub.projections.projector.ChangeSink;
import hub.projections.projector.GenerationWriter;
import hub.projections.projector.WriterListener;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.SourceProgress;
import hub.projections.store.Writes;
import hub.testkit.servers.SourceDatabase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The service's own path, from the engine to Redis: the engine, decoding, projecting and committing of a generation's
 * pipeline, without what watches over it.
 */
public record Service(Stage stage, SourceDatabase database, RedisMeter redis, List<ReadModel<?>> models) {

    /** With every read model of the product. */
    public Service(Stage stage, SourceDatabase database, RedisMeter redis) {
        this(stage, database, redis, Catalog.MODELS);
    }

    /** Reads {@code rows} streamed rows from {@code start} into a new generation, until the last of them is committed. */
    public Drain drain(Start start, long rows) throws InterruptedException {
        return drain(start, rows, sink -> Pipeline.start(stage.source(database), start, sink));
    }

    /** Reads a snapshot of {@code rows} rows with several threads. */
    public Drain fill(long rows, int threads) throws InterruptedException {
        Start filling = Start.filling();
        return drain(filling, rows, sink -> {
            ParallelFilling engine =
                    new ParallelFilling(stage.source(database), Start.GENERATION, filling.checkpoint(), threads, sink);
            return new Reading(engine::requireRunning, engine::close);
        });
    }

    private Drain drain(Start start, long rows, Function<ChangeSink, Reading> opening) throws InterruptedException {
        try (RedisSession session = stage.session()) {
            Checkpoint from = start.checkpoint();
            session.store().commit(Start.GENERATION, new Commit(null, from, Writes.NONE, start.history()));
            try (GenerationWriter writer =
                    new GenerationWriter(session.store(), Start.GENERATION, from, models, new WriterListener() {})) {
                Counting sink = new Counting(writer, rows);
                try (Reading reading = opening.apply(sink)) {
                    Engines.await(sink.first, reading.requireRunning());
                    Drain.Mark begin = Drain.Mark.now(stage, redis);
                    Engines.await(sink.last, reading.requireRunning());
                    writer.drain();
                    return Drain.Mark.now(stage, redis).since(begin);
                }
            }
        }
    }

    /** Sees the first row go by and the last transaction end. */
    private static final class Counting implements ChangeSink {

        private final ChangeSink sink;
        private final long wanted;
        private final CountDownLatch first = new CountDownLatch(1);
        private final CountDownLatch last = new CountDownLatch(1);
        private long rows;

        Counting(ChangeSink sink, long wanted) {
            this.sink = sink;
            this.wanted = wanted;
        }

        @Override
        public void snapshotRow(Change change) {
            count();
            sink.snapshotRow(change);
        }

        @Override
        public void snapshotCompleted(SourceProgress progress) {
            sink.snapshotCompleted(progress);
            last.countDown();
        }

        @Override
        public void change(Change change, Supplier<Optional<String>> resumeAfter) {
            count();
            sink.change(change, resumeAfter);
        }

        @Override
        public void transactionEnd(SourceProgress progress) {
            sink.transactionEnd(progress);
            if (rows >= wanted) {
                last.countDown();
            }
        }

        @Override
        public void batchEnd() {
            sink.batchEnd();
        }

        private void count() {
            if (rows++ == 0) {
                first.countDown();
            }
        }
    }
}
