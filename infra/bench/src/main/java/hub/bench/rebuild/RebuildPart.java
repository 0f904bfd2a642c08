package hub.bench.rebuild;

import hub.bench.Progress;
import hub.bench.child.Filling;
import hub.bench.ingest.Drain;
import hub.bench.ingest.Floor;
import hub.bench.ingest.Service;
import hub.bench.ingest.Start;
import hub.bench.load.Backlog;
import hub.bench.load.Bulk;
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
import java.util.function.ToDoubleFunction;

/**
 * How fast the initial snapshot is read into Redis, and until a generation is live.
 *
 * @param activities rows; a tenth as many shifts, a twentieth as many scores
 */
public record RebuildPart(Stage stage, Progress progress, int rounds, long activities) {

    private static final int PEOPLE = 500;
    private static final int DAYS = 365;
    private static final int ROLES = 5;

    /** After the second the compilers have settled. */
    private static final int REBUILDS = 2;

    public Part run() throws InterruptedException {
        SourceDatabase database = stage.servers().source().freshDatabase("bench");
        Backlog.staff(database, PEOPLE);
        progress.note("writing %,d rows", activities);
        Bulk bulk = new Bulk(database, PEOPLE, DAYS);
        bulk.activities(activities);
        bulk.shifts(activities / 10);
        bulk.scores(activities / 20);
        long rows = activities + activities / 10 + activities / 20 + PEOPLE + ROLES;
        Drain[] service = new Drain[rounds];
        Drain[] floor = new Drain[rounds];
        double[] first = new double[rounds];
        double[] again = new double[rounds];
        double[] heap = new double[rounds];
        List<Line> parallel = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        try (RedisMeter redis = new RedisMeter(stage.servers().store())) {
            Service allBoards = new Service(stage, database, redis);
            Floor counting = new Floor(stage, database, redis);
            TwoThreads two = new TwoThreads(allBoards, counting, redis, rows);
            for (int round = -1; round < rounds; round++) {
                redis.wipe();
                Drain bare = null;
                if (round % 2 == 0) {
                    bare = counting.drain(Start.filling(), rows);
                }
                Drain full = allBoards.drain(Start.filling(), rows);
                if (bare == null) {
                    bare = counting.drain(Start.filling(), rows);
                }
                progress.note("%,.0f rows/s, floor %,.0f rows/s", rows / full.seconds(), rows / bare.seconds());
                if (round >= 0) {
                    service[round] = full;
                    floor[round] = bare;
                    two.measure(round % 2 == 0);
                    redis.wipe();
                    Filling filling = Filling.of(stage, database, REBUILDS);
                    first[round] = rows / filling.first();
                    again[round] = rows / filling.again();
                    heap[round] = filling.heap();
                }
            }
            parallel.addAll(two.lines(perSecond(rows, service), perSecond(rows, floor)));
            troubles.addAll(two.troubles());
        }
        double millions = rows / 1e6;
        String cpu = "CPU s per million rows";
        List<Line> lines = new ArrayList<>(List.of(
                line("read and committed", "rows/s", d -> rows / d.seconds(), service, floor),
                line("… process", cpu, d -> d.process() / millions, service, floor),
                Line.alone("… Redis", cpu, sample(d -> d.redis() / millions, service)),
                line("… database", cpu, d -> d.database() / millions, service, floor),
                untilLive("a rebuild in a running service", again, rows, floor),
                untilLive("the first in a process that has just started", first, rows, floor),
                Line.alone("… heap in use after a collection, at most, of 512", "MB", Sample.of(heap))
                        .wanting(Bound.atMost(512))));
        lines.addAll(parallel);
        return new Part(
                "rebuild: %,d rows from a snapshot into Redis".formatted(rows),
                "Debezium's snapshot of the same tables with a handler that only counts",
                lines,
                troubles);
    }

    private static Line untilLive(String how, double[] live, long rows, Drain[] floor) {
        return new Line(
                        "until live, read, committed, verified against SQL and swapped in: " + how,
                        "rows/s",
                        Sample.of(live),
                        perSecond(rows, floor))
                .wantingRatio(Bound.atLeast(0.8));
    }

    private static Line line(String what, String unit, ToDoubleFunction<Drain> figure, Drain[] service, Drain[] floor) {
        return new Line(what, unit, sample(figure, service), sample(figure, floor));
    }

    private static Sample perSecond(long rows, Drain[] drains) {
        return sample(d -> rows / d.seconds(), drains);
    }

    private static Sample sample(ToDoubleFunction<Drain> figure, Drain[] drains) {
        return Sample.of(Arrays.stream(drains).mapToDouble(figure).toArray());
    }
}
