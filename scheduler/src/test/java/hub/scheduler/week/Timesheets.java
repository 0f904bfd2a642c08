package hub.scheduler.week;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hub.connecteam.Connecteam;
import hub.connecteam.ConnecteamSettings;
import hub.connecteam.EmployeeSync;
import hub.connecteam.ShiftSync;
import hub.connecteam.Writing;
import hub.mysql.MysqlSettings;
import hub.projections.time.CentralDay;
import hub.scheduler.Stock;
import hub.scheduler.copy.ConnecteamJobs;
import hub.scheduler.copy.Copy;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobsDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Connecteam in that week: people of its own clock in and out, by day and over midnight; some starts are corrected after the
 * shift, one only the day after; one person is renamed, and one is new. Now and then it has too much to do, fails, hangs up or answers no JSON.
 * All is well from 17:00 of the last day on, and
 * its shifts are over: what is sealed the night after is what stays.
 */
final class Timesheets implements AutoCloseable {

    /** Between two failures, to one caller: whoever asks is to try again, not to give Connecteam up. */
    private static final int GOOD_BETWEEN = 5;

    /** At the latest after so many answers, so that each course has some. */
    private static final int GOOD_AT_MOST = 15;

    private static final int FAILS_EACH = 12;
    private static final int WORKERS = 3;
    /** When the first sheet is corrected: no run of that day asks for the day of the shift any more. */
    private static final Duration LATE = Duration.ofHours(32);

    private static final long USER = 100;
    private static final String CLOCK = "90125";

    /** @param corrected when {@code in} became {@code right} */
    private record Sheet(long user, Instant in, Instant out, Instant right, Instant corrected) {

        Instant start(Instant now) {
            return now.isBefore(corrected) ? in : right;
        }

        @Nullable
        Instant end(Instant now) {
            return now.isBefore(out) ? null : out;
        }
    }

    private final List<Sheet> sheets = new ArrayList<>();
    private final LocalDate first;
    private final Instant calm;
    private final Random random;
    private final Map<String, Integer> good = new HashMap<>(); // by key; guarded by this
    private final Map<String, Integer> failures = new TreeMap<>(); // by kind; guarded by this
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Instant now;

    Timesheets(LocalDate first, int days, long seed) {
        this.first = first;
        this.calm = WeekJudge.at(first.plusDays(days - 1L), "17:00");
        this.random = new Random(~seed); // of its own: else all other troubles would be others
        this.now = WeekJudge.at(first, "12:00");
        for (int day = 0; day < days; day++) {
            for (int worker = 1; worker <= WORKERS; worker++) {
                Instant in = WeekJudge.at(first.plusDays(day), "07:00").plus(minutes(120));
                add(USER + worker, in, in.plus(Duration.ofHours(6)).plus(minutes(90)));
            }
            if (day < days - 1) {
                Instant in = WeekJudge.at(first.plusDays(day), "21:10").plus(minutes(40));
                add(USER + WORKERS, in, in.plus(Duration.ofHours(6)).plus(minutes(60)));
            }
        }
        server = open();
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private static HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(long user, Instant in, Instant out) {
        boolean wrong = random.nextInt(3) == 0 || sheets.isEmpty();
        sheets.add(new Sheet(
                user,
                in,
                out,
                wrong ? in.minus(Duration.ofMinutes(15)) : in,
                out.plus(sheets.isEmpty() ? LATE : Duration.ofMinutes(20))));
    }

    private Duration minutes(int below) {
        return Duration.ofMinutes(random.nextInt(below));
    }

    /** Both jobs, over the product's client. */
    static List<Job> jobs(MysqlSettings mysql, int port, String key, InstantSource clock) {
        Connecteam connecteam =
                new Connecteam(new ConnecteamSettings(URI.create("http://127.0.0.1:" + port), key, CLOCK), clock);
        ShiftSync shifts = new ShiftSync(connecteam);
        EmployeeSync people = new EmployeeSync(connecteam);
        return ConnecteamJobs.of(
                (since, at) -> copy(shifts.fetch(since, at)),
                at -> copy(people.fetch(at)),
                WeekJudge.RESTATED_DAYS,
                new JobsDatabase(mysql),
                clock);
    }

    private static Copy copy(Writing fetched) {
        return new Copy() {
            @Override
            public String write(Connection connection) throws SQLException {
                return fetched.write(connection).summary();
            }

            @Override
            public String compare(Connection connection, Consumer<String> differences) throws SQLException {
                return fetched.compare(connection, differences).summary();
            }
        };
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Its people, whom nobody else lets work. */
    void hire(Stock stock) {
        for (int worker = 1; worker <= WORKERS; worker++) {
            stock.run(
                    "INSERT INTO employees (id, name, is_active, connecteam_user_id) VALUES (?, ?, 1, ?)",
                    Work.PEOPLE + worker,
                    name(worker),
                    USER + worker);
        }
    }

    void at(Instant instant) {
        now = instant;
    }

    /** Each shift as it is in the end, as {@link #STORED} has it. */
    List<String> clockTimes() {
        return sheets.stream()
                .map(sheet -> (Work.PEOPLE + sheet.user() - USER) + " " + sheet.right() + " " + sheet.out() + " "
                        + Duration.between(sheet.right(), sheet.out()).toMinutes() + " 0 connecteam")
                .sorted()
                .toList();
    }

    static final String STORED = "SELECT employee_id, DATE_FORMAT(clock_in, '%Y-%m-%dT%H:%i:%sZ'),"
            + " DATE_FORMAT(clock_out, '%Y-%m-%dT%H:%i:%sZ'), ROUND(total_minutes), is_active, source FROM clock_times"
            + " WHERE employee_id > " + Work.PEOPLE + " ORDER BY 1, 2";

    /** Everybody as in the end, as {@link #EVERYBODY} has them. */
    static final List<String> PEOPLE = List.of("101 W 1 1", "102 W 2a 1", "103 W 3 1", "104 New One 1");

    static final String EVERYBODY = "SELECT connecteam_user_id, name, is_active FROM employees"
            + " WHERE connecteam_user_id IS NOT NULL ORDER BY 1";

    private static String name(int worker) {
        return "W " + worker;
    }

    synchronized Map<String, Integer> failures() {
        return new TreeMap<>(failures);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String failure = failure(exchange.getRequestHeaders().getFirst("X-API-KEY"));
        switch (failure) {
            case "" -> send(exchange, 200, body(exchange.getRequestURI()));
            case "busy" -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(exchange, 429, "{}");
            }
            case "ill" -> send(exchange, 503, "");
            case "no JSON" -> send(exchange, 200, "<html>");
            default -> exchange.close(); // hangs up
        }
    }

    private synchronized String failure(String key) {
        int since = good.merge(key, 1, Integer::sum);
        if (since <= GOOD_BETWEEN || since <= GOOD_AT_MOST && random.nextInt(FAILS_EACH) != 0 || !now.isBefore(calm)) {
            return "";
        }
        good.put(key, 0);
        String kind = List.of("busy", "ill", "no JSON", "hung up").get(random.nextInt(4));
        failures.merge(kind, 1, Integer::sum);
        return kind;
    }

    private String body(URI asked) {
        Map<String, String> query = Arrays.stream(asked.getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return asked.getPath().equals("/users/v1/users")
                ? "{\"data\":{\"users\":[" + users() + "]}}"
                : "{\"data\":{\"timeActivitiesByUsers\":["
                        + shifts(LocalDate.parse(query.get("startDate")), LocalDate.parse(query.get("endDate")))
                        + "]}}";
    }

    private String shifts(LocalDate from, LocalDate until) {
        Instant at = now;
        return sheets.stream()
                .filter(sheet -> !at.isBefore(sheet.in()))
                .filter(sheet -> {
                    LocalDate day = CentralDay.of(sheet.start(at)).date();
                    return !day.isBefore(from) && !day.isAfter(until);
                })
                .map(sheet -> "{\"userId\":" + sheet.user() + ",\"shifts\":[{\"start\":" + time(sheet.start(at))
                        + ",\"end\":" + time(sheet.end(at)) + "}]}")
                .collect(Collectors.joining(","));
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "null" : "{\"timestamp\":" + at.getEpochSecond() + "}";
    }

    private String users() {
        boolean later = now.isAfter(WeekJudge.at(first.plusDays(1), "12:00"));
        return IntStream.rangeClosed(1, WORKERS)
                        .mapToObj(worker -> user(USER + worker, "W", worker + (later && worker == 2 ? "a" : "")))
                        .collect(Collectors.joining(","))
                + (later ? "," + user(USER + WORKERS + 1, "New", "One") : "");
    }

    private static String user(long id, String first, String last) {
        return "{\"userId\":%d,\"firstName\":\"%s\",\"lastName\":\"%s\",\"email\":null,\"isArchived\":false}"
                .formatted(id, first, last);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
