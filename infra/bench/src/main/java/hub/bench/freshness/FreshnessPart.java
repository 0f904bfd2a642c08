package hub.bench.freshness;

import hub.bench.Progress;
import hub.bench.ingest.Start;
import hub.bench.load.Backlog;
import hub.bench.load.Bulk;
import hub.bench.load.Trickle;
import hub.bench.report.Bound;
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
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Milliseconds from a commit in the source until it is visible, while rows come in.
 *
 * @param markers commits that are measured, in each turn of a caller over HTTP; a third as many of a stream
 */
public record FreshnessPart(Stage stage, Progress progress, int rounds, int markers) {

    private static final int PEOPLE = 50;
    private static final double MOST_P50_MILLIS = 10;
    private static final double MOST_P99 = 2;
    private static final int TARGETED_RATE = 1_000;

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
        Pace quick = new Pace(markers, 0);
        Pace slow = new Pace(Math.ceilDiv(markers, STREAM_SHARE), Pace.OF_A_STREAM_MILLIS);
        http(database, rates.getFirst(), quick);
        stream(database, rates.getFirst(), slow);
        floor(database, rates.getFirst(), quick);
        for (int rate : rates) {
            lines.addAll(measure(database, rate, quick, slow));
        }
        return new Part(
                "freshness: from the confirmed commit of a row until it is seen",
                "the same engine and a handler that looks for the row; the service adds projecting, Redis, its"
                        + " announcement, rendering, and a caller that asks again half a millisecond after each answer, or"
                        + " a reader of a stream; each beside a floor with as many commits and the same pauses",
                lines);
    }

    /** Each side beside a floor of its own pace: a source that rests longer between commits is another one. */
    private List<Line> measure(SourceDatabase database, int rate, Pace quick, Pace slow) throws Exception {
        Quantiles[] http = new Quantiles[rounds];
        Quantiles[] stream = new Quantiles[rounds];
        Quantiles[] httpFloor = new Quantiles[rounds];
        Quantiles[] streamFloor = new Quantiles[rounds];
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                httpFloor[round] = floor(database, rate, quick);
                http[round] = http(database, rate, quick);
                streamFloor[round] = floor(database, rate, slow);
                stream[round] = stream(database, rate, slow);
            } else {
                stream[round] = stream(database, rate, slow);
                streamFloor[round] = floor(database, rate, slow);
                http[round] = http(database, rate, quick);
                httpFloor[round] = floor(database, rate, quick);
            }
            progress.note(
                    "%,d rows/s, p50 and p99 in ms: HTTP %s, floor %s; stream %s, floor %s",
                    rate, http[round], httpFloor[round], stream[round], streamFloor[round]);
        }
        List<Line> lines = new ArrayList<>(lines(rate, "visible over HTTP", http, httpFloor));
        lines.addAll(lines(rate, "told to a stream", stream, streamFloor));
        return lines;
    }

    private static List<Line> lines(int rate, String what, Quantiles[] ours, Quantiles[] floor) {
        Line p99 = line("… p99", ours, floor, Quantiles::p99);
        return List.of(
                line("%,d rows/s, %s, p50".formatted(rate, what), ours, floor, Quantiles::p50)
                        .wanting(Bound.atMost(MOST_P50_MILLIS)),
                line("… p95", ours, floor, Quantiles::p95),
                rate == TARGETED_RATE ? p99.wantingRatio(Bound.atMost(MOST_P99)) : p99,
                Trickle.line(rate, sample(ours, Quantiles::cameIn), sample(floor, Quantiles::cameIn)));
    }

    private Quantiles http(SourceDatabase database, int rate, Pace pace) throws Exception {
        return turn(database, () -> new HttpCaller(stage, database), rate, pace);
    }

    private Quantiles stream(SourceDatabase database, int rate, Pace pace) throws Exception {
        return turn(database, () -> new StreamReader(stage, database), rate, pace);
    }

    private Quantiles floor(SourceDatabase database, int rate, Pace pace) throws Exception {
        Start start = Start.afterSnapshot(stage, database);
        return turn(database, () -> new NoOpHandler(stage, database, start), rate, pace);
    }

    private Quantiles turn(SourceDatabase database, Opening opening, int rate, Pace pace) throws Exception {
        double[] millis = new double[pace.commits()];
        SplittableRandom random = new SplittableRandom(7);
        try (Watched watched = opening.open();
                Marker marker = new Marker(database);
                Trickle trickle = Trickle.start(database, PEOPLE, Bulk.FIRST_DAY, rate)) {
            watched.awaitSeen(marker.commit());
            DoubleSupplier cameIn = trickle.counter();
            for (int i = 0; i < millis.length; i++) {
                pace.pause(random);
                Marker.Committed committed = marker.commit();
                millis[i] = Math.max(0, (watched.awaitSeen(committed) - committed.nanoTime()) / 1e6);
            }
            return Quantiles.of(millis, cameIn.getAsDouble());
        }
    }

    private static Line line(String what, Quantiles[] ours, Quantiles[] floor, ToDoubleFunction<Quantiles> figure) {
        return new Line(what, "ms", sample(ours, figure), sample(floor, figure));
    }

    private static Sample sample(Quantiles[] quantiles, ToDoubleFunction<Quantiles> figure) {
        return Sample.of(Arrays.stream(quantiles).mapToDouble(figure).toArray());
    }
}
