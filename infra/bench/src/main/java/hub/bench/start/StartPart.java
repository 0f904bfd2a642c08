package hub.bench.start;

import hub.bench.Progress;
import hub.bench.child.Child;
import hub.bench.child.ServedHub;
import hub.bench.http.Exchange;
import hub.bench.http.HttpRequests;
import hub.bench.load.Backlog;
import hub.bench.load.Bulk;
import hub.bench.report.Bound;
import hub.bench.report.Line;
import hub.bench.report.Part;
import hub.bench.report.Sample;
import hub.bench.stage.RedisMeter;
import hub.bench.stage.Stage;
import hub.testkit.servers.SourceDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Seconds from the start of a process to its first answer. */
public record StartPart(Stage stage, Progress progress, int rounds) {

    private static final int PEOPLE = 50;
    private static final String PATH = "/api/dashboard/leaderboard?date=" + Bulk.FIRST_DAY;
    private static final String QUERY = "query";
    private static final String ALL_ROLES = "ingest,query,scheduler";
    private static final List<String> HEAP = List.of("-Xmx256m");

    public Part run() throws IOException, InterruptedException {
        SourceDatabase database = stage.servers().source().freshDatabase("bench");
        Backlog.staff(database, PEOPLE);
        new Bulk(database, PEOPLE, 1).shifts(PEOPLE);
        try (RedisMeter redis = new RedisMeter(stage.servers().store())) {
            redis.wipe();
        }
        seconds(database, ALL_ROLES, HEAP);
        List<Line> lines = new ArrayList<>();
        try (AotCaches caches = new AotCaches()) {
            lines.addAll(lines(contenders(database, caches)));
        }
        lines.add(demo());
        return new Part(
                "start: from the start of the process to the first answer",
                "Spring Boot with WebFlux and one greeting, with the same options, and no cache of the JDK's",
                lines);
    }

    private List<Contender> contenders(SourceDatabase database, AotCaches caches) throws InterruptedException {
        List<Contender> contenders = new ArrayList<>(List.of(
                new Contender(QUERY, () -> seconds(database, "query", HEAP)),
                new Contender("all roles, a generation is there", () -> seconds(database, ALL_ROLES, HEAP))));
        if (AotCaches.arePossible()) {
            seconds(database, ALL_ROLES, with(caches.outputOfHub()));
            helloSeconds(with(caches.outputOfFloor()));
            contenders.add(new Contender(QUERY + ", trained", () -> seconds(database, "query", with(caches.ofHub()))));
            contenders.add(new Contender(
                    "all roles, a generation is there, trained",
                    () -> seconds(database, ALL_ROLES, with(caches.ofHub()))));
            contenders.add(new Contender("hello world, trained", () -> helloSeconds(with(caches.ofFloor()))));
        }
        return contenders;
    }

    private List<Line> lines(List<Contender> contenders) throws InterruptedException {
        double[] hello = new double[rounds];
        double[][] seconds = new double[contenders.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            hello[round] = helloSeconds(HEAP);
            progress.note("hello world %.2f s", hello[round]);
            for (int i = 0; i < seconds.length; i++) {
                seconds[i][round] = contenders.get(i).start().seconds();
                progress.note("%s %.2f s", contenders.get(i).what(), seconds[i][round]);
            }
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < seconds.length; i++) {
            Line line = new Line(contenders.get(i).what(), "s", Sample.of(seconds[i]), Sample.of(hello));
            lines.add(contenders.get(i).what().startsWith(QUERY) ? line.wantingRatio(Bound.atMost(1.5)) : line);
        }
        return lines;
    }

    /** From nothing to the line that says that it answers: servers, an invented warehouse, the hub, the first reading. */
    private Line demo() throws InterruptedException {
        double[] seconds = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            try (Child demo =
                    Child.start("the demo", List.of(), "hub.app.Hub", List.of("demo", "--quiet", "--port=0"))) {
                demo.awaitLine("ready: ");
                seconds[round] = (System.nanoTime() - begun) / 1e9;
            }
            progress.note("demo %.2f s", seconds[round]);
        }
        return Line.alone("demo", "s", Sample.of(seconds));
    }

    private static List<String> with(String option) {
        List<String> options = new ArrayList<>(HEAP);
        options.add(option);
        return options;
    }

    private double seconds(SourceDatabase database, String roles, List<String> options) throws InterruptedException {
        long begun = System.nanoTime();
        try (ServedHub hub = ServedHub.start(stage, database, roles, options)) {
            hub.await(PATH, answer -> answer.status() == 200);
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private static double helloSeconds(List<String> options) throws InterruptedException {
        int port = Child.freePort();
        long begun = System.nanoTime();
        try (Child child = Child.start(
                "hello world",
                options,
                HelloWorld.class.getName(),
                Arrays.asList("--server.address=127.0.0.1", "--server.port=" + port))) {
            while (Exchange.ask(port, HttpRequests.get("/hello"))
                    .filter(answer -> answer.status() == 200)
                    .isEmpty()) {
                child.requireAlive();
                Thread.sleep(5);
            }
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private record Contender(String what, Start start) {}

    @FunctionalInterface
    private interface Start {
        double seconds() throws InterruptedException;
    }
}
