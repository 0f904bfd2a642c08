package hub.app.roles;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hub.app.config.Settings;
import hub.embedded.EmbeddedMariaDb;
import hub.mysql.JdbcUrl;
import hub.mysql.Migrations;
import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import hub.scheduler.run.JobMeters;
import hub.scheduler.run.JobModes;
import hub.scheduler.run.Jobs;
import hub.scheduler.run.JobsDatabase;
import hub.scheduler.run.ManualRuns;
import hub.scheduler.run.Mode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both jobs as a scheduler runs them: what Connecteam says becomes rows, and the ledger says what was done. */
class ConnecteamJobsIT {

    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final String LEDGER = "SELECT due_at, attempt, outcome, summary FROM hub_job_runs"
            + " WHERE outcome NOT IN ('begun', 'running') AND job = ";

    private static final ManualRuns NO_WISHES = new ManualRuns() {
        @Override
        public List<Wish> wishes() {
            return List.of();
        }

        @Override
        public void granted(Wish wish) {}
    };

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-15T20:01:00Z"));
    private final AtomicReference<String> shifts = new AtomicReference<>("");
    private final AtomicReference<Integer> status = new AtomicReference<>(200);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private EmbeddedMariaDb server;
    private Connection sql;
    private HttpServer connecteam;
    private MysqlSettings schema;
    private @Nullable Jobs jobs;

    @BeforeEach
    void start() throws IOException, SQLException {
        server = EmbeddedMariaDb.start();
        schema = new MysqlSettings(
                server.host(),
                server.port(),
                server.database(),
                server.root().user(),
                server.root().password(),
                SslMode.PREFERRED);
        Migrations.migrateOwn(schema);
        Migrations.migrateLegacy(schema);
        sql = DriverManager.getConnection(JdbcUrl.of(schema), schema.username(), schema.password());
        try (Statement statement = sql.createStatement()) {
            statement.execute(
                    "INSERT INTO employees (id, name, email, connecteam_user_id, is_active) VALUES"
                            + " (1, 'Ada Abara', 'ada@example.org', '101', 1), (2, 'Bruno Berg', 'bruno@example.org', NULL, 1)");
        }
        connecteam = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        connecteam.createContext("/users/v1/users", exchange -> answer(exchange, """
                {"data":{"users":[
                  {"userId":101,"firstName":"Ada","lastName":"Baker","email":"ada@example.org","isArchived":false},
                  {"userId":102,"firstName":"Bruno","lastName":"Berg","email":"bruno@example.org","isArchived":true},
                  {"userId":103,"firstName":"Cleo","lastName":"Cruz","email":null,"isArchived":false}]}}"""));
        connecteam.createContext("/time-clock/v1/time-clocks/90125/time-activities", exchange -> {
            asked.add("clock " + exchange.getRequestURI().getQuery());
            answer(
                    exchange,
                    "{\"data\":{\"timeActivitiesByUsers\":[{\"userId\":101,\"shifts\":[" + shifts.get() + "]}]}}");
        });
        connecteam.start();
    }

    private void run(Mode mode) throws SQLException {
        jobs = new Jobs(
                ConnecteamJobs.of(
                        Settings.of(Map.of(
                                "hub.connecteam.enabled", "true",
                                "hub.connecteam.url",
                                        "http://localhost:"
                                                + connecteam.getAddress().getPort(),
                                "hub.connecteam.key", "k",
                                "hub.connecteam.clock", "90125")),
                        schema,
                        now::get),
                new JobModes(name -> mode.word()),
                "test",
                new JobsDatabase(schema),
                configuration -> Optional.of(() -> {}),
                NO_WISHES,
                new JobMeters(new SimpleMeterRegistry()),
                report -> {},
                now::get);
        await("SELECT job FROM hub_job_runs WHERE outcome = 'begun'", 2);
    }

    @AfterEach
    void end() throws SQLException {
        if (jobs != null) {
            jobs.close();
        }
        connecteam.stop(0);
        sql.close();
        server.close();
    }

    @Test
    void aShiftIsCopiedEveryFiveMinutesAndARefusalChangesNothing() throws SQLException {
        run(Mode.ON);
        String ledger = LEDGER + "'connecteam-shifts' ORDER BY due_at, attempt";
        shifts.set(shift("2026-01-15T14:00:30Z", "null"));
        at("2026-01-15T20:05:00Z");
        await(ledger, 1);
        assertThat(clockTimes()).containsExactly("1|2026-01-15 14:00:30|null|null|1|connecteam");

        status.set(401);
        at("2026-01-15T20:10:00Z");
        await(ledger, 2);
        assertThat(clockTimes()).containsExactly("1|2026-01-15 14:00:30|null|null|1|connecteam");

        status.set(200);
        shifts.set(shift("2026-01-15T14:00:30Z", end("2026-01-15T20:00:30Z")));
        at("2026-01-15T20:11:00Z");
        await(ledger, 3);
        assertThat(clockTimes()).containsExactly("1|2026-01-15 14:00:30|2026-01-15 20:00:30|360.00|0|connecteam");

        at("2026-01-15T20:15:00Z");
        await(ledger, 4);
        assertThat(rows(ledger))
                .containsExactly(
                        "2026-01-15 20:05:00|1|succeeded|1 seen, 1 added, 0 changed, 0 of unknown people, 0 unreadable",
                        "2026-01-15 20:10:00|1|failed|Connecteam answered 401 for the shifts of 2026-01-14 to 2026-01-15; look at"
                                + " hub.connecteam.key",
                        "2026-01-15 20:10:00|2|succeeded|1 seen, 0 added, 1 changed, 0 of unknown people, 0 unreadable",
                        "2026-01-15 20:15:00|1|succeeded|1 seen, 0 added, 0 changed, 0 of unknown people, 0 unreadable");
    }

    @Test
    void peopleAreCopiedAtTwoOnce() throws SQLException {
        run(Mode.ON);
        String ledger = LEDGER + "'connecteam-employees'";
        at("2026-01-16T08:00:00Z");
        await(ledger, 1);
        at("2026-01-16T08:10:00Z");
        await(LEDGER + "'connecteam-shifts' AND due_at = '2026-01-16 08:10:00'", 1);

        assertThat(rows(ledger))
                .containsExactly(
                        "2026-01-16 08:00:00|1|succeeded|3 seen, 1 added, 2 changed, 0 of unknown people, 0 unreadable");
        assertThat(rows("SELECT id, name, connecteam_user_id, is_active, hire_date FROM employees ORDER BY id"))
                .containsExactly("1|Ada Baker|101|1|null", "2|Bruno Berg|102|0|null", "3|Cleo Cruz|103|1|2026-01-16");
    }

    @Test
    void aShadowNamesEachRowThatItWouldWriteAndWritesNone() throws SQLException {
        try (Statement statement = sql.createStatement()) {
            statement.execute(
                    "INSERT INTO clock_times (employee_id, clock_in, clock_out, total_minutes, is_active, source)"
                            + " VALUES (1, '2026-01-16 06:00:00', NULL, NULL, 1, 'connecteam')");
        }
        String people = everybody();
        List<String> stored = clockTimes();
        run(Mode.SHADOW);
        shifts.set(IntStream.range(0, 6)
                        .mapToObj(hour ->
                                shift("2026-01-16T0" + hour + ":15:00Z", end("2026-01-16T0" + hour + ":45:00Z")))
                        .collect(Collectors.joining(","))
                + "," + shift("2026-01-16T06:00:00Z", end("2026-01-16T07:30:00Z")));
        at("2026-01-16T08:00:00Z");
        String shiftsRun = LEDGER + "'connecteam-shifts' AND outcome = 'succeeded'";
        String peopleRun = LEDGER + "'connecteam-employees' AND outcome = 'succeeded'";
        await(shiftsRun, 1);
        await(peopleRun, 1);

        assertThat(rows(peopleRun))
                .containsExactly(
                        "2026-01-16 08:00:00|1|succeeded|would change: 3 seen, 1 added, 2 changed, 0 of unknown people,"
                                + " 0 unreadable: employee 1 (name another), employee 2 (connecteam_user_id NULL, should be 102;"
                                + " is_active true, should be false), Connecteam's user 103 (missing, should be an employee)");
        assertThat(rows(shiftsRun))
                .containsExactly(
                        "2026-01-16 08:00:00|1|succeeded|would change: 7 seen, 6 added, 1 changed, 0 of unknown people,"
                                + " 0 unreadable: "
                                + IntStream.range(0, 5)
                                        .mapToObj(hour -> "employee 1 clock_in 2026-01-16T0" + hour
                                                + ":15:00Z (missing, should end 2026-01-16T0" + hour + ":45:00Z)")
                                        .collect(Collectors.joining(", "))
                                + ", and 2 more; stands for 143 earlier due instants");
        assertThat(clockTimes()).isEqualTo(stored);
        assertThat(everybody()).isEqualTo(people);
    }

    /** Down from Thursday 14:05 until Sunday 9:00: since when the ledger says, and over three nights of corrections. */
    @Test
    void anAbsenceOfDaysIsAskedForWholeAndThenNoMore() throws SQLException {
        run(Mode.ON);
        String succeeded =
                "SELECT summary FROM hub_job_runs WHERE job = 'connecteam-shifts' AND outcome = 'succeeded' ORDER BY due_at";
        shifts.set(shift("2026-01-15T14:00:30Z", "null"));
        at("2026-01-15T20:05:00Z");
        await(succeeded, 1);
        asked.clear();

        shifts.set(shift("2026-01-15T14:00:30Z", end("2026-01-15T20:30:30Z")) + ","
                + shift("2026-01-16T14:00:00Z", end("2026-01-16T15:00:00Z")));
        at("2026-01-18T15:00:00Z");
        await(succeeded, 2);
        at("2026-01-18T15:05:00Z");
        await(succeeded, 3);

        assertThat(asked)
                .containsExactly(
                        "clock startDate=2026-01-03&endDate=2026-01-09",
                        "clock startDate=2026-01-10&endDate=2026-01-16",
                        "clock startDate=2026-01-17&endDate=2026-01-18",
                        "clock startDate=2026-01-17&endDate=2026-01-18");
        assertThat(rows(succeeded).get(1)).contains("; with late corrections; stands for ");
        assertThat(clockTimes())
                .containsExactly(
                        "1|2026-01-15 14:00:30|2026-01-15 20:30:30|390.00|0|connecteam",
                        "1|2026-01-16 14:00:00|2026-01-16 15:00:00|60.00|0|connecteam");
    }

    private String everybody() throws SQLException {
        return String.join(
                "; ", rows("SELECT id, name, connecteam_user_id, is_active, updated_at FROM employees ORDER BY id"));
    }

    private static String end(String instant) {
        return "{\"timestamp\":" + Instant.parse(instant).getEpochSecond() + "}";
    }

    private void at(String instant) {
        now.set(Instant.parse(instant));
    }

    private static String shift(String in, String end) {
        return "{\"start\":{\"timestamp\":" + Instant.parse(in).getEpochSecond() + "},\"end\":" + end + "}";
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status.get(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Looks what is due until the query has so many rows. */
    private void await(String query, int rows) throws SQLException {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (rows(query).size() < rows) {
            assertThat(System.nanoTime()).as("%s: %s", query, rows(query)).isLessThan(deadline);
            Objects.requireNonNull(jobs).tick();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private List<String> clockTimes() throws SQLException {
        return rows(
                "SELECT employee_id, clock_in, clock_out, total_minutes, is_active, source FROM clock_times ORDER BY id");
    }

    private List<String> rows(String query) throws SQLException {
        try (Statement statement = sql.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(row.getString(i)));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        }
    }
}
