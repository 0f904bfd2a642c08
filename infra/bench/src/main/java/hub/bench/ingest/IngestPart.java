package hub.bench.ingest;

import hub.bench.Progress;
import hub.bench.load.Backlog;
import hub.bench.load.Workload;
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

/** How fast a backlog of the binlog is drained into Redis. */
public record IngestPart(Stage stage, Progress progress) {

    private static final double MILLION = 1e6;

    /**
     * Measures each workload in {@code rounds} rounds, the floor and the service in turns and either of them first, after
     * one round that only warms up.
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
        List<Drain> service = new ArrayList<>();
        List<Drain> floor = new ArrayList<>();
        try (RedisMeter redis = new RedisMeter(stage.servers().store())) {
            for (int round = cold ? -1 : 0; round < rounds; round++) {
                progress.show("%s: round %d of %d", workload, round + 1, rounds);
                Pair pair = pair(start, database, redis, workload.rows(), round);
                progress.note(
                        "%s: %,.0f rows/s, floor %,.0f rows/s",
                        workload, workload.rows() / pair.service.seconds(), workload.rows() / pair.floor.seconds());
                if (round >= 0) {
                    service.add(pair.service);
                    floor.add(pair.floor);
                }
            }
        }
        return lines(workload, service, floor);
    }

    private record Pair(Drain service, Drain floor) {}

    private Pair pair(Start start, SourceDatabase database, RedisMeter redis, long rows, int round)
            throws InterruptedException {
        Service service = new Service(stage, database, redis);
        Floor floor = new Floor(stage, database, redis);
        redis.wipe();
        System.gc();
        if (round % 2 == 0) {
            Drain bare = floor.drain(start, rows);
            System.gc();
            return new Pair(service.drain(start, rows), bare);
        }
        Drain full = service.drain(start, rows);
        System.gc();
        return new Pair(full, floor.drain(start, rows));
    }

    private static List<Line> lines(Workload workload, List<Drain> service, List<Drain> floor) {
        double millions = workload.rows() / MILLION;
        List<Line> lines = new ArrayList<>();
        lines.add(line(workload.toString(), "rows/s", d -> workload.rows() / d.seconds(), service, floor));
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
