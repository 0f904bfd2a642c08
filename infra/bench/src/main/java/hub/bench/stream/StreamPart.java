package hub.bench.stream;

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
import hub.bench.report.Rank;
import hub.bench.report.Sample;
import hub.bench.stage.RedisMeter;
import hub.bench.stage.Stage;
import hub.testkit.servers.SourceDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How many readers of a leaderboard that changes once a second have each change within a quarter of a second.
 *
 * @param counts of readers that are tried, from the fewest to the most
 * @param updates of each trial
 */
public record StreamPart(Stage stage, Progress progress, int rounds, List<Integer> counts, int updates) {

    private static final int PEOPLE = 50;
    private static final double IN_TIME_MILLIS = 250;
    private static final long PATIENCE_MILLIS = 1_000;
    private static final String LEADERBOARD = "/api/dashboard/leaderboard?date=" + Bulk.FIRST_DAY;
    private static final String STREAM = "/api/dashboard/stream?views=leaderboard&rate=4&date=" + Bulk.FIRST_DAY;

    /** @param most readers in time; the rest at the fewest readers */
    private record Found(double most, double p99, double cpuMicros, double bytes) {}

    public Part run() throws Exception {
        SourceDatabase database = stage.servers().source().freshDatabase("bench");
        Backlog.staff(database, PEOPLE);
        Bulk bulk = new Bulk(database, PEOPLE, 1);
        bulk.shifts(PEOPLE);
        bulk.activities(PEOPLE * 20L);
        try (RedisMeter redis = new RedisMeter(stage.servers().store())) {
            redis.wipe();
        }
        try (ServedHub writer = ServedHub.start(stage, database, "ingest,scheduler", List.of("-Xmx512m"));
                ServedHub hub = ServedHub.startAnswering(stage, database);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Exchange answer = hub.await(
                    LEADERBOARD,
                    seen -> seen.status() == 200 && seen.header("Hub-State").equals("live"));
            return measure(hub, statement, answer.body());
        }
    }

    private Part measure(ServedHub hub, Statement statement, byte[] body) throws Exception {
        Path file = Files.write(Files.createTempFile("bench", ".json"), body);
        int port = Child.freePort();
        try (Child bare = Child.startAnswering(
                "the bare stream", BareEvents.class.getName(), List.of(Integer.toString(port), file.toString()))) {
            while (Exchange.ask(port, HttpRequests.get("/emit")).isEmpty()) {
                bare.requireAlive();
                Thread.sleep(20);
            }
            Side service = new HubSide(hub, statement);
            Side floor = new BareSide(bare, port);
            return new Part(
                    "stream: Server-Sent Events of the leaderboard of %d people (%,d bytes), once a second"
                            .formatted(PEOPLE, body.length),
                    "a bare Reactor Netty that sends the same bytes to everybody when it is told to; the service begins"
                            + " with a commit in the source",
                    lines(service, floor, body.length / 2));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private List<Line> lines(Side service, Side floor, long smallest) throws Exception {
        Found[] ours = new Found[rounds];
        Found[] bare = new Found[rounds];
        for (int round = -1; round < rounds; round++) {
            Found b = search(floor, smallest, round < 0);
            Found s = search(service, smallest, round < 0);
            progress.note("%.0f readers in time, bare %.0f", s.most, b.most);
            if (round >= 0) {
                ours[round] = s;
                bare[round] = b;
            }
        }
        return List.of(
                line("readers with p99 within 250 ms (of %s)".formatted(counts), "readers", ours, bare, Found::most)
                        .wantingRatio(Bound.atLeast(0.7)),
                line("… with the fewest of them: p99", "ms", ours, bare, Found::p99),
                line("… CPU of the server", "µs/event and reader", ours, bare, Found::cpuMicros),
                line("… bytes", "bytes/event and reader", ours, bare, Found::bytes));
    }

    private Found search(Side side, long smallest, boolean warmUp) throws Exception {
        Found fewest = null;
        double most = 0;
        for (int count : warmUp ? counts.subList(0, 1) : counts) {
            Found found = trial(side, count, smallest);
            fewest = fewest == null ? found : fewest;
            if (found.p99 > IN_TIME_MILLIS) {
                break;
            }
            most = count;
        }
        return fewest == null ? new Found(0, 0, 0, 0) : new Found(most, fewest.p99, fewest.cpuMicros, fewest.bytes);
    }

    private Found trial(Side side, int count, long smallest) throws Exception {
        try (Readers readers = Readers.open(side.port(), side.request(), count, smallest)) {
            readers.await(System.nanoTime(), 20 * PATIENCE_MILLIS);
            // The service told them just now, and owes them nothing more for as long as their pace is. Who is told
            // late is told in between, and not counted as told of the first change at once.
            long told = System.nanoTime();
            readers.await(told, PATIENCE_MILLIS);
            Thread.sleep(Math.max(0, PATIENCE_MILLIS - (System.nanoTime() - told) / 1_000_000));
            double cpu = side.cpu();
            long bytes = readers.bytes();
            double[] all = new double[count * updates];
            for (int i = 0; i < updates; i++) {
                long since = side.update();
                double[] millis = readers.await(since, PATIENCE_MILLIS);
                System.arraycopy(millis, 0, all, i * count, count);
                long rest = PATIENCE_MILLIS - (System.nanoTime() - since) / 1_000_000;
                Thread.sleep(Math.max(0, rest));
            }
            Arrays.sort(all);
            double events = (double) count * updates;
            return new Found(
                    count,
                    all[Rank.index(all.length, 0.99)],
                    (side.cpu() - cpu) * 1e6 / events,
                    (readers.bytes() - bytes) / events);
        }
    }

    private record HubSide(ServedHub hub, Statement statement) implements Side {
        @Override
        public int port() {
            return hub.port();
        }

        @Override
        public byte[] request() {
            return hub.request(STREAM);
        }

        @Override
        public long update() throws Exception {
            statement.execute("UPDATE activity_logs SET items_count = items_count + 1 ORDER BY id LIMIT 1");
            return System.nanoTime();
        }

        @Override
        public double cpu() {
            return hub.cpu();
        }
    }

    private record BareSide(Child child, int port) implements Side {
        @Override
        public byte[] request() {
            return HttpRequests.get("/events");
        }

        @Override
        public long update() throws IOException {
            long now = System.nanoTime();
            var unused = Exchange.ask(port, HttpRequests.get("/emit"))
                    .orElseThrow(() -> new IOException("no answer to /emit"));
            return now;
        }

        @Override
        public double cpu() {
            return child.cpu();
        }
    }

    private static Line line(String what, String unit, Found[] ours, Found[] bare, ToDoubleFunction<Found> figure) {
        return new Line(what, unit, sample(ours, figure), sample(bare, figure));
    }

    private static Sample sample(Found[] found, ToDoubleFunction<Found> figure) {
        return Sample.of(Arrays.stream(found).mapToDouble(figure).toArray());
    }
}
