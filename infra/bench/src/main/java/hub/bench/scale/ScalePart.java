package hub.bench.scale;

import hub.app.roles.RedisSession;
import hub.bench.Progress;
import hub.bench.child.Filling;
import hub.bench.child.ServedHub;
import hub.bench.http.Exchange;
import hub.bench.http.Expected;
import hub.bench.ingest.Drain;
import hub.bench.ingest.Service;
import hub.bench.ingest.Start;
import hub.bench.load.Backlog;
import hub.bench.load.Bulk;
import hub.bench.machine.HeapLog;
import hub.bench.report.Bound;
import hub.bench.report.Line;
import hub.bench.report.Part;
import hub.bench.report.Sample;
import hub.bench.stage.RedisMeter;
import hub.bench.stage.Stage;
import hub.projections.store.Pointer;
import hub.testkit.servers.SourceDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The cost of a row, of an answer's bytes and of what is kept, for warehouses of several sizes. */
public record ScalePart(Stage stage, Progress progress, int rounds) {

    private static final int ROLES = 5;
    private static final int ANSWERS = 20;
    private static final Expected WHOLE = Expected.OK;

    /**
     * @param cpuMicros of this process and of Redis, per row read and committed
     * @param bytes in Redis, per person and day
     * @param answerMicros of an answer that is read from Redis and rendered, per kilobyte of it
     * @param queryHeap megabytes in use after a collection, at most, of a process that answers
     * @param ingestHeap the same of one that fills and verifies
     */
    private record Cost(double cpuMicros, double bytes, double answerMicros, double queryHeap, double ingestHeap) {}

    /** @param sizes the first is what all others are compared with */
    public Part run(List<Size> sizes) throws InterruptedException {
        List<Line> lines = new ArrayList<>();
        Cost[] smallest = measure(sizes.getFirst(), true);
        lines.addAll(lines(sizes.getFirst(), smallest, smallest));
        for (Size size : sizes.subList(1, sizes.size())) {
            lines.addAll(lines(size, measure(size, false), smallest));
        }
        return new Part(
                "scale: filled from a snapshot, then asked for days that nobody asked for before",
                "the first size",
                lines);
    }

    private static List<Line> lines(Size size, Cost[] costs, Cost[] smallest) {
        return List.of(
                flat(size + ": CPU of process and Redis", "µs/row", costs, smallest, Cost::cpuMicros),
                line("… Redis", "bytes/employee and day", costs, smallest, Cost::bytes),
                flat("… cold leaderboard, query with 256 MB", "µs/kB", costs, smallest, Cost::answerMicros),
                line("… its heap after a collection, at most", "MB", costs, smallest, Cost::queryHeap)
                        .wanting(Bound.atMost(256)),
                line("… the same of ingest with 512 MB, until live", "MB", costs, smallest, Cost::ingestHeap)
                        .wanting(Bound.atMost(512)));
    }

    private static Line flat(String what, String unit, Cost[] costs, Cost[] smallest, ToDoubleFunction<Cost> figure) {
        Line line = line(what, unit, costs, smallest, figure);
        return Arrays.equals(costs, smallest) ? line : line.wantingRatio(Bound.atMost(1.15));
    }

    /** @param coldly whether nothing was measured before, so that the compilers have to see it first */
    private Cost[] measure(Size size, boolean coldly) throws InterruptedException {
        SourceDatabase database = stage.servers().source().freshDatabase("bench");
        Backlog.staff(database, size.employees());
        progress.note("writing %s", size);
        Bulk bulk = new Bulk(database, size.employees(), size.days());
        bulk.activities(size.activities());
        bulk.shifts((long) size.employees() * size.days());
        Cost[] costs = new Cost[rounds];
        try (RedisMeter redis = new RedisMeter(stage.servers().store())) {
            for (int round = coldly ? -1 : 0; round < rounds; round++) {
                redis.wipe();
                Cost cost = measure(size, database, redis);
                progress.note(
                        "%s: %.1f µs/row, %.0f bytes/employee and day, %.1f µs/kB",
                        size, cost.cpuMicros, cost.bytes, cost.answerMicros);
                if (round >= 0) {
                    costs[round] = cost;
                }
            }
        }
        return costs;
    }

    private Cost measure(Size size, SourceDatabase database, RedisMeter redis) throws InterruptedException {
        long shifts = (long) size.employees() * size.days();
        long rows = size.activities() + shifts + size.employees() + ROLES;
        long empty = redis.dataset();
        Drain drain = new Service(stage, database, redis).drain(Start.filling(), rows);
        double bytes = (double) (redis.dataset() - empty) / shifts;
        try (RedisSession session = stage.session()) {
            session.store().movePointer(session.store().pointer(), new Pointer(Start.GENERATION, null));
        }
        double micros;
        HeapLog heap = HeapLog.create();
        try (ServedHub hub = ServedHub.start(stage, database, "query", List.of("-Xmx256m", heap.option()))) {
            hub.await(path(0), answer -> answer.status() == 200);
            micros = answerMicros(hub, size);
        }
        double queryHeap = heap.megabytes();
        heap.delete();
        redis.wipe();
        double cpuMicros = (drain.process() + drain.redis()) * 1e6 / rows;
        return new Cost(
                cpuMicros,
                bytes,
                micros,
                queryHeap,
                Filling.of(stage, database, 0).heap());
    }

    /** The median, so that the compilers' first attempts do not count. */
    private static double answerMicros(ServedHub hub, Size size) {
        double[] micros = new double[Math.min(ANSWERS, size.days() - 1)];
        for (int i = 0; i < micros.length; i++) {
            byte[] request = hub.request(path(i + 1));
            long begun = System.nanoTime();
            Exchange answer = Exchange.ask(hub.port(), request).orElseThrow();
            double took = (System.nanoTime() - begun) / 1e3;
            micros[i] = took / (WHOLE.require(answer).body().length / 1e3);
        }
        return Sample.of(micros).median();
    }

    private static String path(int day) {
        return "/api/dashboard/leaderboard?date=" + Bulk.FIRST_DAY.plusDays(day);
    }

    private static Line line(String what, String unit, Cost[] costs, Cost[] smallest, ToDoubleFunction<Cost> figure) {
        return new Line(what, unit, sample(costs, figure), sample(smallest, figure));
    }

    private static Sample sample(Cost[] costs, ToDoubleFunction<Cost> figure) {
        return Sample.of(Arrays.stream(costs).mapToDouble(figure).toArray());
    }
}
