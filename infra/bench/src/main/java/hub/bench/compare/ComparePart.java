package hub.bench.compare;

import hub.bench.Progress;
import hub.bench.child.Child;
import hub.bench.child.ServedHub;
import hub.bench.http.Exchange;
import hub.bench.http.Expected;
import hub.bench.http.HttpLoad;
import hub.bench.http.HttpRequests;
import hub.bench.load.Backlog;
import hub.bench.load.Bulk;
import hub.bench.report.Line;
import hub.bench.report.Part;
import hub.bench.report.Sample;
import hub.bench.stage.RedisMeter;
import hub.bench.stage.Stage;
import hub.testkit.servers.SourceDatabase;
import hub.testkit.servers.StoreServer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The leaderboard of a day by this service, and by what the plan proposes. */
public record ComparePart(Stage stage, Progress progress, int rounds, double seconds, long activities) {

    private static final int PEOPLE = 50;
    private static final int DAYS = 365;
    private static final int COLD_ANSWERS = 20;
    private static final String PATH = "/api/dashboard/leaderboard?date=" + Bulk.FIRST_DAY;

    private record Side(double busy, double p50, double p99) {}

    public Part run() throws InterruptedException {
        SourceDatabase database = stage.servers().source().freshDatabase("bench");
        Backlog.staff(database, PEOPLE);
        Bulk bulk = new Bulk(database, PEOPLE, DAYS);
        bulk.activities(activities);
        bulk.shifts((long) PEOPLE * DAYS);
        StoreServer store = stage.servers().store();
        int port = Child.freePort();
        try (RedisMeter redis = new RedisMeter(store)) {
            redis.wipe();
            try (ServedHub writer = ServedHub.start(stage, database, "ingest,scheduler", List.of("-Xmx512m"));
                    ServedHub hub = ServedHub.startAnswering(stage, database);
                    Child plan = Child.startAnswering(
                            "the plan's server",
                            CachedStatement.class.getName(),
                            CachedStatement.arguments(
                                    port, stage.mysql(database), store.host(), store.port(), Bulk.FIRST_DAY))) {
                Exchange answer = hub.await(
                        PATH,
                        seen -> seen.status() == 200 && seen.header("Hub-State").equals("live"));
                return measure(redis, hub, Expected.like(answer), port, statementAnswers(plan, port));
            }
        }
    }

    /** As soon as the plan's server answers, which it does with the statement's rows or not at all. */
    private static Expected statementAnswers(Child plan, int port) throws InterruptedException {
        Optional<Exchange> answer = Exchange.ask(port, HttpRequests.get("/cached"));
        while (answer.isEmpty()) {
            plan.requireAlive();
            Thread.sleep(20);
            answer = Exchange.ask(port, HttpRequests.get("/cached"));
        }
        return Expected.like(Expected.OK.require(answer.get()));
    }

    private Part measure(RedisMeter redis, ServedHub hub, Expected ourAnswer, int port, Expected planAnswer)
            throws InterruptedException {
        Side[] ours = new Side[rounds];
        Side[] cached = new Side[rounds];
        Side[] direct = new Side[rounds];
        double[] cold = new double[rounds];
        for (int round = -1; round < rounds; round++) {
            Side service = side(hub.port(), hub.request(PATH), ourAnswer);
            Side warm = side(port, HttpRequests.get("/cached"), planAnswer);
            Side sql = side(port, HttpRequests.get("/direct"), planAnswer);
            double first = coldMillis(redis, port, planAnswer);
            progress.note("service %,.0f/s, cached %,.0f/s, SQL %,.0f/s", service.busy, warm.busy, sql.busy);
            if (round >= 0) {
                ours[round] = service;
                cached[round] = warm;
                direct[round] = sql;
                cold[round] = first;
            }
        }
        Sample p50 = sample(ours, Side::p50);
        return new Part(
                "compare: the leaderboard of %d people, %,d activities in the table".formatted(PEOPLE, activities),
                "the plan's one statement over MySQL, behind a Redis cache of " + CachedStatement.SECONDS
                        + " s, as a bare Reactor Netty program without keys, limits or metrics; what it answers is up"
                        + " to " + CachedStatement.SECONDS + " s old",
                List.of(
                        new Line("warm cache, busy", "answers/s", sample(ours, Side::busy), sample(cached, Side::busy)),
                        new Line("warm cache, polite, p50", "ms", p50, sample(cached, Side::p50)),
                        new Line("warm cache, polite, p99", "ms", sample(ours, Side::p99), sample(cached, Side::p99)),
                        new Line("cold cache, one caller, p50", "ms", p50, Sample.of(cold)),
                        new Line("no cache, busy", "answers/s", sample(ours, Side::busy), sample(direct, Side::busy)),
                        new Line("no cache, polite, p99", "ms", sample(ours, Side::p99), sample(direct, Side::p99))));
    }

    private Side side(int port, byte[] request, Expected expected) throws InterruptedException {
        HttpLoad.Result busy = HttpLoad.BUSY.run(port, request, expected, seconds);
        HttpLoad.Result polite = HttpLoad.POLITE.run(port, request, expected, seconds / 2);
        return new Side(busy.perSecond(), polite.millis(0.5), polite.millis(0.99));
    }

    private static double coldMillis(RedisMeter redis, int port, Expected expected) {
        double[] millis = new double[COLD_ANSWERS];
        for (int i = 0; i < millis.length; i++) {
            redis.forget(CachedStatement.KEY);
            long start = System.nanoTime();
            Exchange answer = Exchange.ask(port, HttpRequests.get("/cached")).orElseThrow();
            millis[i] = (System.nanoTime() - start) / 1e6;
            expected.require(answer);
        }
        return Sample.of(millis).median();
    }

    private static Sample sample(Side[] sides, ToDoubleFunction<Side> figure) {
        return Sample.of(Arrays.stream(sides).mapToDouble(figure).toArray());
    }
}
