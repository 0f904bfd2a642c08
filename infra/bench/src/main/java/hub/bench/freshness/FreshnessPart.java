package hub.bench.freshness;

import hub.bench.Progress;
import hub.bench.ingest.Start;
import hub.bench.load.Backlog;
import hub.bench.load.Bulk;
import hub.bench.load.Trickle;
import hub.bench.report.Line;
import hub.bench.report.Part;
import hub.bench.report.Sample;
import hub.bench.stage.RedisMeter;
import hub.bench.stage.Stage;
import hub.testkit.servers.SourceDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Milliseconds from a commit in the source until it is visible, while rows come in.
 *
 * @param markers commits that are measured, in each turn
 */
public record FreshnessPart(Stage stage, Progress progress, int rounds, int markers) {

    private static final int PEOPLE = 50;
    private static final int LONGEST_PAUSE_MILLIS = 20;
    /** So long that the pace of a stream never makes a change wait. */
    private static final int STREAM_PAUSE_MILLIS = 120;

    /** A stream is told ten times a second at most, so its turns take longer. */
    private static final int STREAM_SHARE = 3;

    /** Opens a watcher. */
    private interface Opening {
        Watched open() throws Exception;
    }

    /** @param rates rows that come in per second beside the markers, each */
    public Part run(List<Integer> rates) throws Exception {
        SourceDatabase database = stage.servers().source().freshDatabase("bench");
        Backlog.staff(database, PEOPLE);
        try (RedisMeter redis = new RedisMeter(stage.servers().store())) {
            redis.wipe();
        }
        List<Line> lines = new ArrayList<>();
        http(database, rates.getFirst());
        stream(database, rates.getFirst());
        floor(database, rates.getFirst());
        for (int rate : rates) {
            lines.addAll(measure(database, rate));
        }
        return new Part(
                "freshness: from the confirmed commit of a row until it is seen",
                "the same engine and a handler that looks for the row; the service adds projecting, Redis, its"
                        + " announcement, rendering, and a caller that asks every half millisecond, or a reader of a stream",
                lines);
    }

    private List<Line> measure(SourceDatabase database, int rate) throws Exception {
        Quantiles[] http = new Quantiles[rounds];
        Quantiles[] stream = new Quantiles[rounds];
        Quantiles[] floor = new Quantiles[rounds];
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                floor[round] = floor(database, rate);
                http[round] = http(database, rate);
                stream[round] = stream(database, rate);
            } else {
                stream[round] = stream(database, rate);
                http[round] = http(database, rate);
                floor[round] = floor(database, rate);
            }
            progress.note(
                    "%,d rows/s, p50 and p99 in ms: HTTP %.1f %.1f, stream %.1f %.1f, floor %.1f %.1f",
                    rate,
                    http[round].p50(),
                    http[round].p99(),
                    stream[round].p50(),
                    stream[round].p99(),
                    floor[round].p50(),
                    floor[round].p99());
        }
        List<Line> lines = new ArrayList<>(lines("%,d rows/s, visible over HTTP".formatted(rate), http, floor));
        lines.addAll(lines("%,d rows/s, told to a stream".formatted(rate), stream, floor));
        return lines;
    }

    private static List<Line> lines(String what, Quantiles[] ours, Quantiles[] floor) {
        return List.of(
                line(what + ", p50", ours, floor, Quantiles::p50),
                line("… p95", ours, floor, Quantiles::p95),
                line("… p99", ours, floor, Quantiles::p99));
    }

    private Quantiles http(SourceDatabase database, int rate) throws Exception {
        return turn(database, () -> new HttpCaller(stage, database), rate, markers, 0);
    }

    private Quantiles stream(SourceDatabase database, int rate) throws Exception {
        return turn(
                database,
                () -> new StreamReader(stage, database),
                rate,
                Math.ceilDiv(markers, STREAM_SHARE),
                STREAM_PAUSE_MILLIS);
    }

    private Quantiles floor(SourceDatabase database, int rate) throws Exception {
        Start start = Start.afterSnapshot(stage, database);
        return turn(database, () -> new NoOpHandler(stage, database, start), rate, markers, 0);
    }

    private Quantiles turn(SourceDatabase database, Opening opening, int rate, int commits, int leastPauseMillis)
            throws Exception {
        double[] millis = new double[commits];
        SplittableRandom random = new SplittableRandom(7);
        try (Watched watched = opening.open();
                Marker marker = new Marker(database);
                Trickle trickle = Trickle.start(database, PEOPLE, Bulk.FIRST_DAY, rate)) {
            watched.awaitSeen(marker.commit());
            for (int i = 0; i < commits; i++) {
                Thread.sleep(leastPauseMillis + random.nextInt(LONGEST_PAUSE_MILLIS));
                Marker.Committed committed = marker.commit();
                millis[i] = Math.max(0, (watched.awaitSeen(committed) - committed.nanoTime()) / 1e6);
            }
            progress.show("%,d rows came in meanwhile", trickle.written());
        }
        return Quantiles.of(millis);
    }

    private static Line line(String what, Quantiles[] ours, Quantiles[] floor, ToDoubleFunction<Quantiles> figure) {
        return new Line(what, "ms", sample(ours, figure), sample(floor, figure));
    }

    private static Sample sample(Quantiles[] quantiles, ToDoubleFunction<Quantiles> figure) {
        return Sample.of(Arrays.stream(quantiles).mapToDouble(figure).toArray());
    }
}
