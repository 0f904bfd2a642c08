package hub.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hub.app.config.Settings;
import hub.app.roles.RedisSession;
import hub.app.roles.Server;
import hub.embedded.Account;
import hub.embedded.EmbeddedMariaDb;
import hub.embedded.EmbeddedRedis;
import hub.embedded.FreePort;
import hub.embedded.MariaDbOptions;
import hub.mysql.Migrations;
import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import hub.projections.time.CentralDay;
import hub.redis.JobWish;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code serve} and {@code doctor} against servers that are there, not there, and not fit. */
class ServeIT {

    private static EmbeddedMariaDb mysql;
    private static EmbeddedRedis redis;

    @BeforeAll
    static void start() {
        mysql = EmbeddedMariaDb.start();
        redis = EmbeddedRedis.start();
        Migrations.migrateLegacy(new MysqlSettings(
                mysql.host(),
                mysql.port(),
                mysql.database(),
                mysql.writer().user(),
                mysql.writer().password(),
                SslMode.PREFERRED));
    }

    @AfterAll
    static void stop() {
        mysql.close();
        redis.close();
    }

    @Test
    void refusesServersThatDoNotFitNamesAllOfItAndWritesNothing() throws SQLException {
        try (EmbeddedMariaDb unfit = EmbeddedMariaDb.start(MariaDbOptions.defaults()
                        .withArguments("--binlog-format=STATEMENT", "--binlog-row-image=MINIMAL"));
                EmbeddedRedis evicting = EmbeddedRedis.start(0, "--maxmemory-policy", "allkeys-lru")) {
            Run serve = run("serve", settings(unfit, unfit.service(), evicting.port()));
            assertThat(serve.exit()).isEqualTo(2);
            assertThat(serve.err())
                    .contains("nothing was written", "binlog_format", "binlog_row_image", "activity_logs")
                    .contains("maxmemory-policy is allkeys-lru")
                    .doesNotContain("\tat ", unfit.service().password());
            assertThat(tables(unfit)).isEmpty();

            Run doctor = run("doctor", settings(unfit, unfit.service(), evicting.port()));
            assertThat(doctor.exit()).isEqualTo(2);
            assertThat(doctor.out()).contains("PROBLEM", "binlog_format", "maxmemory-policy is allkeys-lru");
        }
    }

    @Test
    void theGrantsThatDoctorPrintsAreEnough() throws SQLException {
        Map<String, String> three = settings(mysql, new Account("stream", "stream-pw"), redis.port());
        three.put("hub.mysql.jobs.username", "jobs");
        three.put("hub.mysql.jobs.password", "jobs-pw");
        three.put("hub.mysql.query.username", "reader");
        three.put("hub.mysql.query.password", "reader-pw");
        Run grants = run("doctor --grants", three);
        assertThat(grants.exit()).isZero();
        for (String line : grants.out().lines().flatMap(ServeIT::toRun).toList()) {
            asRoot(line.replace("'%'", "'127.0.0.1'"));
        }
        for (String user : List.of("stream", "jobs", "reader")) {
            asRoot("SET PASSWORD FOR '" + user + "'@'127.0.0.1' = PASSWORD('" + user + "-pw')");
        }
        three.put("hub.report.recipients", "team@example.org");
        Run doctor = run("doctor", three);
        assertThat(doctor.exit()).as(doctor.out()).isZero();
        assertThat(doctor.out()).contains("Jobs: fit", "warning  hub.report.recipients names 1 but hub.mail.host");
        assertThat(doctor.out()).contains("Indexes: none is missing on the tables that exist");
        three.putAll(ports());
        three.put("hub.jobs.cache-warmup", "on");
        three.put("hub.jobs.parity-audit", "on");
        three.put("hub.jobs.realtime-scores", "on");
        three.put("hub.jobs.close-day", "shadow");
        try (Server server = Server.start(Settings.of(three))) {
            awaitStatus(server.port(), 401);
            awaitRun("cache-warmup", three);
            awaitRun("parity-audit", three);
            awaitRun("realtime-scores", three);
            awaitRun(
                    "close-day",
                    three,
                    "--date",
                    CentralDay.of(Instant.now()).date().minusDays(1).toString());
        }
    }

    /** As an administrator would: the tables that may be missing are all there. */
    private static Stream<String> toRun(String line) {
        String ifThere = "-- if the table exists: ";
        if (line.startsWith(ifThere)) {
            return line.contains("`hub_") ? Stream.empty() : Stream.of(line.substring(ifThere.length()));
        }
        return line.startsWith("--") ? Stream.empty() : Stream.of(line);
    }

    /** The report waits for a seal that nobody makes; the process is told to end meanwhile. */
    @Test
    void theLedgerSaysWhichRunEndedWithTheProcess() throws SQLException {
        Map<String, String> one = settings(mysql, mysql.root(), redis.port());
        one.putAll(ports());
        one.put("hub.jobs.daily-report", "on");
        String key = "unsealed";
        List<Integer> halted = new ArrayList<>();
        Server server = Server.start(Settings.of(one));
        try (RedisSession session = new RedisSession(Settings.of(one))) {
            session.jobs()
                    .ask(new JobWish(
                            "daily-report",
                            key,
                            LocalDate.parse("2026-01-15"),
                            Instant.parse("2026-01-15T23:00:00Z"),
                            "test"))
                    .block(Duration.ofSeconds(10));
            await(() -> outcome(key).equals(List.of("running -")));
        } finally {
            Farewell.say(server::close, Farewell.LONGEST, halted::add);
        }
        assertThat(outcome(key)).containsExactly("failed the process is ending");
    }

    private static List<String> outcome(String key) throws SQLException {
        List<String> outcomes = new ArrayList<>();
        if (tables(mysql).contains("hub_job_runs")) {
            try (Connection connection = connect(mysql, mysql.root());
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT CONCAT(outcome, ' ', COALESCE(summary, '-'))"
                            + " FROM hub_job_runs WHERE run_key LIKE 'manual " + key + " %'")) {
                while (rows.next()) {
                    outcomes.add(rows.getString(1));
                }
            }
        }
        return outcomes;
    }

    private static void awaitRun(String job, Map<String, String> settings, String... more) throws SQLException {
        List<String> said = new ArrayList<>();
        try {
            await(() -> {
                Run run = run(
                        String.join(" ", "job run " + job, String.join(" ", more))
                                .strip(),
                        settings);
                said.add(run.err().strip());
                return run.exit() == 0;
            });
        } catch (AssertionError e) {
            throw new AssertionError(job + " says " + said, e);
        }
    }

    @Test
    void answersWhileItWaitsForMysqlAndRedis() throws SQLException {
        Map<String, String> nobody = settings(mysql, mysql.service(), FreePort.any());
        nobody.put("hub.mysql.port", Integer.toString(FreePort.any()));
        nobody.putAll(ports());
        try (Server server = Server.start(Settings.of(nobody))) {
            awaitStatus(server.port(), 401);
        }
    }

    @Test
    void refusesAWrongPasswordInsteadOfWaiting() {
        Account wrong = new Account(mysql.service().user(), "wrong");
        Run serve = run("serve", settings(mysql, wrong, redis.port()));
        assertThat(serve.exit()).isEqualTo(2);
        assertThat(serve.err()).contains("hub.mysql.password").doesNotContain("\tat ");
    }

    @Test
    void refusesARedisThatRefusesItsUserInsteadOfWaiting() {
        try (EmbeddedRedis guarded = EmbeddedRedis.start(
                0, "--requirepass", "right", "--user", "narrow", "on", ">narrow", "~*", "+ping", "+hello")) {
            for (Map<String, String> user : List.of(
                    Map.of("spring.data.redis.password", ""),
                    Map.of("spring.data.redis.password", "wrong"),
                    Map.of("spring.data.redis.username", "narrow", "spring.data.redis.password", "narrow"))) {
                Map<String, String> settings = settings(mysql, mysql.service(), guarded.port());
                settings.putAll(user);
                Run serve = run("serve", settings);
                assertThat(serve.exit()).as("%s", user).isEqualTo(2);
                assertThat(serve.err())
                        .contains("spring.data.redis.*", "nothing was written")
                        .doesNotContain("\tat ", "=wrong", "narrow>");
            }
        }
    }

    /** Security row 4. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev-api-key-123",
                "wall:dev-api-key-123:read",
                "wall:changeme:read",
                "wall:abcdef:read",
                "wall:0000000000000000000000000000000000000000000000000000000000000000:read",
                "wall:SHA-256(dev-api-key-123):read",
                "wall:SHA-256(changeme):read",
                "wall:SHA-256(hub_dashboard_secret):read",
                "wall:SHA-256():read"
            })
    void refusesKeysThatEverybodyKnows(String entry) {
        Matcher text = Pattern.compile("SHA-256\\((.*)\\)").matcher(entry);
        Map<String, String> known = settings(mysql, mysql.service(), redis.port());
        known.put("hub.api.keys", text.find() ? text.replaceFirst(sha256(text.group(1))) : entry);
        known.putAll(ports());
        Run serve = run("serve", known);
        assertThat(serve.exit()).isEqualTo(2);
        assertThat(serve.err()).contains("hub.api.keys").doesNotContain("\tat ", "dev-api-key-123", sha256("changeme"));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Map<String, String> settings(EmbeddedMariaDb source, Account user, int redisPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("hub.mysql.host", source.host());
        settings.put("hub.mysql.port", Integer.toString(source.port()));
        settings.put("hub.mysql.database", source.database());
        settings.put("hub.mysql.username", user.user());
        settings.put("hub.mysql.password", user.password());
        settings.put("hub.mysql.flavor", "mariadb");
        settings.put("hub.mysql.ssl-mode", "disabled");
        settings.put("spring.data.redis.host", "127.0.0.1");
        settings.put("spring.data.redis.port", Integer.toString(redisPort));
        return settings;
    }

    private static Map<String, String> ports() {
        return Map.of("server.port", "0", "management.server.port", Integer.toString(FreePort.any()));
    }

    private record Run(int exit, String out, String err) {}

    private static Run run(String command, Map<String, String> settings) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = HubCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new Run(line.execute(arguments.toArray(String[]::new)), out.toString(), err.toString());
    }

    private static List<String> tables(EmbeddedMariaDb server) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = connect(server, server.root());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW TABLES")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void asRoot(String sql) throws SQLException {
        try (Connection connection = connect(mysql, mysql.root());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedMariaDb server, Account user) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), user.user(), user.password());
    }

    private static void awaitStatus(int port, int status) throws SQLException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/dashboard/leaderboard"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            await(() -> {
                try {
                    return http.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == status;
                } catch (IOException notYet) {
                    return false;
                }
            });
        }
    }

    private interface Condition {
        boolean holds() throws SQLException, InterruptedException;
    }

    private static void await(Condition condition) throws SQLException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        try {
            while (!condition.holds()) {
                assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
