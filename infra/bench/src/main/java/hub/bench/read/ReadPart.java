package hub.bench.read;

import hub.bench.Progress;
import hub.bench.child.BareServer;
import hub.bench.child.Child;
import hub.bench.child.ServedHub;
import hub.bench.http.Exchange;
import hub.bench.load.Backlog;
import hub.bench.load.Trickle;
import hub.bench.load.Workload;
import hub.bench.report.Bound;
import hub.bench.report.Line;
import hub.bench.report.Part;
import hub.bench.report.Sample;
import hub.bench.stage.RedisMeter;
import hub.bench.stage.Stage;
import hub.testkit.servers.SourceDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Answers per second, CPU per answer and latency of reads, next to a bare server that returns the same bytes.
 *
 * @param seconds of each measurement
 */
public record ReadPart(Stage stage, Progress progress, int rounds, double seconds) {

    /** The first day of every workload. */
    static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private static final int ROWS_PER_PERSON = 40;
    private static final int STREAMED = 1_000;

    /** @param staffs how many people work, each */
    public Part run(List<Integer> staffs) throws IOException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        for (int people : staffs) {
            lines.addAll(measure(people));
        }
        return new Part(
                "read: answers over HTTP, with key, rate limit, metrics and all headers",
                "a bare Reactor Netty that returns the same bytes, in a process of its own with the same options; same"
                        + " client: 32 connections that each wait for their answer before they ask again. Pipelined: 8"
                        + " connections with 16 requests under way on each.",
                lines);
    }

    private List<Line> measure(int people) throws IOException, InterruptedException {
        SourceDatabase database = stage.servers().source().freshDatabase("bench");
        Backlog.staff(database, people);
        Shifts.write(database, people, DAY);
        Backlog.write(database, new Workload((long) people * ROWS_PER_PERSON, 100, people, 1), written -> {});
        try (RedisMeter redis = new RedisMeter(stage.servers().store())) {
            redis.wipe();
        }
        try (ServedHub writer = ServedHub.start(stage, database, "ingest,scheduler", List.of("-Xmx512m"));
                ServedHub hub = ServedHub.startAnswering(stage, database)) {
            List<Question> questions = questions(hub, people);
            return measure(database, people, hub, questions);
        }
    }

    private static List<Question> questions(ServedHub hub, int people) throws InterruptedException {
        List<Question> questions = new ArrayList<>();
        String leaderboard = "/api/dashboard/leaderboard?date=" + DAY;
        add(questions, hub, "leaderboard of " + people, leaderboard);
        String etag = hub.await(leaderboard, live()).header("ETag");
        byte[] again = hub.request(leaderboard, "If-None-Match: " + etag);
        Exchange unchanged = Exchange.ask(hub.port(), again)
                .filter(answer -> answer.status() == 304)
                .orElseThrow(() -> new IllegalStateException("no 304 for " + etag));
        questions.add(Question.of("leaderboard of " + people + " with ETag", again, unchanged, questions.size()));
        add(questions, hub, "departments of " + people, "/api/dashboard/departments/stats?date=" + DAY);
        add(questions, hub, "heatmap of " + people, "/api/dashboard/analytics/hourly-heatmap?date=" + DAY);
        add(questions, hub, "summary of " + people, "/api/dashboard/summary");
        return questions;
    }

    private static Predicate<Exchange> live() {
        return answer -> answer.status() == 200 && answer.header("Hub-State").equals("live");
    }

    private static void add(List<Question> questions, ServedHub hub, String what, String path)
            throws InterruptedException {
        Exchange answer = hub.await(path, live());
        questions.add(Question.of(what, hub.request(path), answer, questions.size()));
    }

    private List<Line> measure(SourceDatabase database, int people, ServedHub hub, List<Question> questions)
            throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        try {
            for (Question question : questions) {
                files.add(Files.write(Files.createTempFile("bench", ".json"), question.bytes()));
            }
            int port = Child.freePort();
            List<String> arguments = new ArrayList<>(List.of(Integer.toString(port)));
            files.forEach(file -> arguments.add(file.toString()));
            try (Child bare = Child.startAnswering("the bare server", BareServer.class.getName(), arguments)) {
                Duel duel = new Duel(hub, bare, port, progress, rounds, seconds);
                duel.warm(questions);
                List<Line> lines = new ArrayList<>();
                for (Question question : questions) {
                    lines.addAll(duel.fight(question));
                }
                lines.addAll(orientation(
                        database, questions.getFirst(), lines.getFirst().measured()));
                try (Trickle trickle = Trickle.start(database, people, DAY, STREAMED)) {
                    lines.addAll(duel.fight(questions.getFirst(), trickle, STREAMED));
                }
                return lines;
            }
        } finally {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Before rows come in: they would change what the statement reads. */
    private List<Line> orientation(SourceDatabase database, Question question, Sample answers) {
        progress.note("the same bytes out of Redis, and by SQL");
        Orientation other = new Orientation(stage, database, seconds);
        double[] redis = new double[rounds];
        double[] sql = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            redis[round] = other.redisGets(question.bytes());
            sql[round] = other.statements(DAY);
        }
        return List.of(
                new Line(
                                question.what() + ", beside the plan's SQL statement through the R2DBC pool",
                                "answers/s",
                                answers,
                                Sample.of(sql))
                        .wantingRatio(Bound.atLeast(50)),
                Line.alone("… Redis GET of the same bytes through Lettuce, for orientation", "1/s", Sample.of(redis)));
    }
}
