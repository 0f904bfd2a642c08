package hub.bench.start;

import hub.bench.Progress;
import hub.bench.child.Child;
import hub.bench.child.ServedHub;
import hub.bench.http.Exchange;
import hub.bench.http.HttpRequests;
import hub.bench.load.Backlog;
import hub.bench.load.Bulk;
import hub.bench.report.Line;
import hub.bench.report.Part;
import hub.bench.report.Sample;
import hub.bench.stage.RedisMeter;
import hub.bench.stage.Stage;
import hub.testkit.servers.SourceDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Seconds from the start of a process to its first answer. */
public record StartPart(Stage stage, Progress progress, int rounds) {

    private static final int PEOPLE = 50;
    private static final String PATH = "/api/dashboard/leaderboard?date=" + Bulk.FIRST_DAY;
    private static final List<String> HEAP = List.of("-Xmx256m");

    public Part run() throws IOException, InterruptedException {
        SourceDatabase database = stage.servers().source().freshDatabase("bench");
        Backlog.staff(database, PEOPLE);
        new Bulk(database, PEOPLE, 1).shifts(PEOPLE);
        try (RedisMeter redis = new RedisMeter(stage.servers().store())) {
            redis.wipe();
        }
        seconds(database, "ingest,query,scheduler", HEAP);
        List<Line> lines = new ArrayList<>(lines(database, "", HEAP, HEAP));
        lines.add(demo());
        if (!System.getProperty("java.class.path").contains(File.separator + "classes")) {
            lines.addAll(withCache(database));
        }
        return new Part(
                "start: from the start of the process to the first answer",
                "Spring Boot with WebFlux and one greeting, with the same options",
                lines);
    }

    private List<Line> lines(SourceDatabase database, String how, List<String> hub, List<String> floor)
            throws InterruptedException {
        double[] query = new double[rounds];
        double[] all = new double[rounds];
        double[] hello = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            hello[round] = helloSeconds(floor);
            query[round] = seconds(database, "query", hub);
            all[round] = seconds(database, "ingest,query,scheduler", hub);
            progress.note("query %.2f s, all roles %.2f s, hello world %.2f s", query[round], all[round], hello[round]);
        }
        return List.of(
                new Line("query" + how, "s", Sample.of(query), Sample.of(hello)),
                new Line("all roles, a generation is there" + how, "s", Sample.of(all), Sample.of(hello)));
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

    /** With the JDK's ahead-of-time cache (JEP 483, 514), which a training run leaves behind when it ends. */
    private List<Line> withCache(SourceDatabase database) throws IOException, InterruptedException {
        Path hub = Files.createTempFile("bench-hub", ".aot");
        Path floor = Files.createTempFile("bench-hello", ".aot");
        try {
            Files.delete(hub);
            Files.delete(floor);
            seconds(database, "query", with("-XX:AOTCacheOutput=" + hub));
            helloSeconds(with("-XX:AOTCacheOutput=" + floor));
            if (!Files.exists(hub) || !Files.exists(floor)) {
                progress.note("the JDK made no ahead-of-time cache");
                return List.of();
            }
            return lines(
                    database, ", with the JDK's AOT cache", with("-XX:AOTCache=" + hub), with("-XX:AOTCache=" + floor));
        } finally {
            Files.deleteIfExists(hub);
            Files.deleteIfExists(floor);
        }
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
}
