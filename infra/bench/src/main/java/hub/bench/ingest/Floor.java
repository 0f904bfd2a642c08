package hub.bench.ingest;

import hub.bench.stage.RedisMeter;
import hub.bench.stage.Stage;
import hub.ingest.debezium.BareEngine;
import hub.testkit.servers.SourceDatabase;
import io.debezium.engine.RecordChangeEvent;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.connect.source.SourceRecord;

/** The same engine and backlog with a handler that does nothing but count. */
public record Floor(Stage stage, SourceDatabase database, RedisMeter redis) {

    /** Reads {@code rows} rows from {@code start}. */
    public Drain drain(Start start, long rows) throws InterruptedException {
        return drain(start, rows, 1);
    }

    /** @param threads that read the snapshot, if there is one */
    public Drain drain(Start start, long rows, int threads) throws InterruptedException {
        Counter counter = new Counter(rows);
        try (BareEngine engine = new BareEngine(
                stage.source(database),
                Start.GENERATION,
                start.checkpoint(),
                start.history(),
                threads,
                counter::count)) {
            Engines.await(counter.first, engine::requireRunning);
            Drain.Mark begin = Drain.Mark.now(stage, redis);
            Engines.await(counter.last, engine::requireRunning);
            return Drain.Mark.now(stage, redis).since(begin);
        }
    }

    private static final class Counter {

        private final long wanted;
        private final CountDownLatch first = new CountDownLatch(1);
        private final CountDownLatch last = new CountDownLatch(1);
        private long rows;

        Counter(long wanted) {
            this.wanted = wanted;
        }

        void count(List<RecordChangeEvent<SourceRecord>> batch) {
            for (RecordChangeEvent<SourceRecord> event : batch) {
                if (event.record().valueSchema().field("op") != null && rows++ == 0) {
                    first.countDown();
                }
            }
            if (rows >= wanted) {
                last.countDown();
            }
        }
    }
}
