package hub.bench.ingest;

import hub.bench.Progress;
import hub.bench.load.Backlog;
import hub.bench.load.Workload;
import hub.bench.report.Bound;
import hub.bench.report.Line;
import hub.bench.report.Part;
import hub.bench.report.Sample;
import hub.bench.stage.RedisMeter;
import hub.bench.stage.Stage;
import hub.ingest.SourceFailure;
import hub.testkit.servers.SourceDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How fast a backlog of the binlog is drained into Redis. */
public record IngestPart(Stage stage, Progress progress) {

    private static final double MILLION = 1e6;

    private static final Bound ALL = Bound.atLeast(0.6);
    private static final Bound MAIN = Bound.atLeast(0.75);

    /** Of the one workload that is also drained into the main job's boards. */
    private static final int MAIN_TRANSACTIONS = 10;

    private static final int MAIN_EMPLOYEES = 50;

    /**
     * Measures each workload in {@code rounds} rounds, the floor and the service in turns and either of them first, after
     * one round that only warms up. Those of 50 people in transactions of ten rows are also drained into the boards of the
     * main job alone.
     */
    public Part run(List<Workload> workloads, int rounds) throws SourceFailure, InterruptedException {
        List<Line> lines = new ArrayList<>();
        boolean warm = false;
        for (Workload workload : workloads) {
            lines.addAll(measure(workload, rounds, !warm));
            warm = true;
        }
        return new Part(
                "ingest: committed in the binlog → committed in Redis",
                "the same engine with the same settings and a handler that does nothing, on the same backlog",
                lines);
    }

    private List<Line> measure(Workload workload, int rounds, boolean cold) throws SourceFailure, InterruptedException {
        SourceDatabase database = stage.servers().source().freshDatabase("bench");
        Backlog.staff(database, workload.employees());
        Start start = Start.afterSnapshot(stage, database);
        Backlog.write(database, workload, rows -> progress.show("writing %,d of %,d rows", rows, workload.rows()));
        List<Round> measured = new ArrayList<>();
        try (RedisMeter redis = new RedisMeter(stage.servers().store())) {
            for (int round = cold ? -1 : 0; round < rounds; round++) {
                progress.show("%s: round %d of %d", workload, round + 1, rounds);
                Round turns = round(start, database, redis, workload, round);
                progress.note(
                        "%s: %,.0f rows/s, floor %,.0f rows/s",
                        workload, workload.rows() / turns.all.seconds(), workload.rows() / turns.floor.seconds());
                if (round >= 0) {
                    measured.add(turns);
                }
            }
        }
        List<Drain> floor = measured.stream().map(Round::floor).toList();
        List<Line> lines = new ArrayList<>(lines(
                workload.toString(),
                ALL,
                workload,
                measured.stream().map(Round::all).toList(),
                floor));
        List<Drain> main = new ArrayList<>();
        for (Round turns : measured) {
            Drain few = turns.main();
            if (few != null) {
                main.add(few);
            }
        }
        if (!main.isEmpty()) {
            lines.addAll(lines("the same, the main job's boards only", MAIN, workload, main, floor));
        }
        return lines;
    }

    /** @param main with the main job's boards only; null for a workload where that is not measured */
    private record Round(Drain all, @Nullable Drain main, Drain floor) {}

    private Round round(Start start, SourceDatabase database, RedisMeter redis, Workload workload, int round)
            throws InterruptedException {
        Turn all = () -> new Service(stage, database, redis).drain(start, workload.rows());
        Turn main = () -> new Service(stage, database, redis, MainModels.all()).drain(start, workload.rows());
        Turn floor = () -> new Floor(stage, database, redis).drain(start, workload.rows());
        boolean both = workload.perTransaction() == MAIN_TRANSACTIONS && workload.employees() == MAIN_EMPLOYEES;
        if (round % 2 == 0) {
            Drain bare = take(redis, floor);
            Drain full = take(redis, all);
            return new Round(full, both ? take(redis, main) : null, bare);
        }
        Drain few = both ? take(redis, main) : null;
        Drain full = take(redis, all);
        return new Round(full, few, take(redis, floor));
    }

    private interface Turn {
        Drain drain() throws InterruptedException;
    }

    /** From an empty store, and with nobody else's garbage. */
    private static Drain take(RedisMeter redis, Turn turn) throws InterruptedException {
        redis.wipe();
        System.gc();
        return turn.drain();
    }

    private static List<Line> lines(
            String what, Bound target, Workload workload, List<Drain> service, List<Drain> floor) {
        double millions = workload.rows() / MILLION;
        List<Line> lines = new ArrayList<>();
        lines.add(line(what, "rows/s", d -> workload.rows() / d.seconds(), service, floor)
                .wantingRatio(target));
        String unit = "CPU s per million rows";
        lines.add(line("… process", unit, d -> d.process() / millions, service, floor));
        lines.add(line("… … reading the binlog", unit, d -> d.reader() / millions, service, floor));
        lines.add(line("… … handing over, decoding, projecting", unit, d -> d.handler() / millions, service, floor));
        lines.add(Line.alone("… … committing", unit, sample(d -> d.committer() / millions, service)));
        lines.add(line("… … collector and compilers", unit, d -> d.machinery() / millions, service, floor));
        lines.add(Line.alone("… Redis", unit, sample(d -> d.redis() / millions, service)));
        lines.add(line("… database", unit, d -> d.database() / millions, service, floor));
        return lines;
    }

    private static Line line(
            String what, String unit, ToDoubleFunction<Drain> figure, List<Drain> service, List<Drain> floor) {
        return new Line(what, unit, sample(figure, service), sample(figure, floor));
    }

    private static Sample sample(ToDoubleFunction<Drain> figure, List<Drain> drains) {
        return Sample.of(drains.stream().mapToDouble(figure).toArray());
    }
}
