package hub.bench.rebuild;

import hub.bench.ingest.Drain;
import hub.bench.ingest.Floor;
import hub.bench.ingest.Service;
import hub.bench.ingest.Start;
import hub.bench.report.Line;
import hub.bench.report.Sample;
import hub.bench.stage.RedisMeter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a second thread brings that reads the snapshot. If it cannot be measured, the rest of the part still is. */
final class TwoThreads {

    private static final int THREADS = 2;

    private final Service service;
    private final Floor floor;
    private final RedisMeter redis;
    private final long rows;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> bare = new ArrayList<>();
    private @Nullable String trouble;

    TwoThreads(Service service, Floor floor, RedisMeter redis, long rows) {
        this.service = service;
        this.floor = floor;
        this.redis = redis;
        this.rows = rows;
    }

    /** Leaves something in Redis. */
    void measure(boolean floorFirst) throws InterruptedException {
        if (trouble != null) {
            return;
        }
        try {
            redis.wipe();
            Drain first = floorFirst ? floor.drain(Start.filling(), rows, THREADS) : service.fill(rows, THREADS);
            Drain second = floorFirst ? service.fill(rows, THREADS) : floor.drain(Start.filling(), rows, THREADS);
            bare.add(rows / (floorFirst ? first : second).seconds());
            ours.add(rows / (floorFirst ? second : first).seconds());
        } catch (RuntimeException e) {
            trouble = "Two snapshot threads could not be measured: " + e.getMessage();
        }
    }

    /**
     * Nothing if it could not be measured.
     *
     * @param single rows per second of the service with one thread, in the same rounds
     * @param bareSingle the same of the floor
     */
    List<Line> lines(Sample single, Sample bareSingle) {
        if (trouble != null) {
            return List.of();
        }
        Sample mine = new Sample(ours);
        Sample its = new Sample(bare);
        return List.of(
                new Line("read and committed, with two snapshot threads, while nobody writes", "rows/s", mine, its),
                new Line("… the service with two threads, and as its floor with one", "rows/s", mine, single),
                new Line("… the floor with two threads, and as its floor with one", "rows/s", its, bareSingle));
    }

    List<String> troubles() {
        return trouble == null ? List.of() : List.of(trouble);
    }
}
