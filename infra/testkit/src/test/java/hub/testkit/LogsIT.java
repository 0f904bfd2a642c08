package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.CaughtUp;
import hub.testkit.hub.HubProcess;
import hub.testkit.scenario.Activity;
import hub.testkit.scenario.Scenario;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceDatabase;
import io.lettuce.core.AclSetuserArgs;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Security row 15: what the process that users run writes to its log, when everything is logged and much is hostile. */
class LogsIT {

    private static final Path LOG = Path.of("target/hub-under-test.log");
    private static final String FORGED = "\r\n{\"log\":{\"level\":\"FORGED\"},\"message\":\"forged\"}\r\n\u001b[31m";
    private static final String MYSQL_PASSWORD = "canary-mysql-4711";
    private static final String REDIS_PASSWORD = "canary-redis-4712";
    private static final String MAIL_PASSWORD = "canary-mail-4713";
    private static final String NAME = "canary-name-4714";
    private static final String PAY = "31337.31";

    /** Everybody's; those that are silent by default would be so here. */
    private static final List<String> LOGGERS = List.of(
            "root",
            "hub",
            "reactor",
            "io.netty",
            "io.lettuce",
            "io.debezium",
            "io.asyncer.r2dbc.mysql",
            "org.apache.kafka",
            "org.flywaydb",
            "org.mariadb.jdbc",
            "org.springframework",
            "com.github.shyiko");

    @Test
    void everyEntryIsOneLineOfJsonAndNoneTellsASecret() throws Exception {
        Servers servers = Servers.embedded();
        SourceDatabase database = servers.source().freshDatabase("logs");
        servers.store().wipe();
        users(servers, database);
        long before = Files.exists(LOG) ? Files.size(LOG) : 0;
        try (Scenario db = new Scenario(database);
                HubProcess hub = HubProcess.start(database, servers.store(), ScoreMode.LIVE, settings())) {
            db.roles();
            db.employees(1);
            hub.dashboard()
                    .awaitThat(
                            () -> hub.dashboard().get("/api/dashboard/leaderboard"),
                            reply -> assertThat(reply.status()).isEqualTo(200));
            db.execute("UPDATE employees SET name = ? WHERE id = 1", NAME + FORGED);
            db.execute("INSERT INTO employee_payrates (employee_id, pay_rate) VALUES (1, " + PAY + ")");
            db.activity(Activity.picking(31_337));
            new CaughtUp(db, hub.dashboard()).leaderboard(LocalDate.parse("2026-01-15"));
            String hostile = URLEncoder.encode(FORGED, StandardCharsets.UTF_8);
            for (String path : List.of(
                    "/api/" + hostile,
                    "/" + hostile,
                    "/api/dashboard/leaderboard?date=" + hostile,
                    "/api/dashboard/employees/" + hostile,
                    "/api/dashboard/stream?views=" + hostile + "&last_event_id=" + hostile + "&ticket=" + hostile)) {
                assertThat(hub.dashboard().get(path).status()).as(path).isBetween(200, 499);
            }
            for (String header : List.of(
                    "X-API-Key: hub_x" + FORGED + "_y",
                    "X-API-Key: hub_a\u001b[31mb_y",
                    "X-Request-Id: a" + FORGED,
                    "Hub-Read-After: 0-1-1" + FORGED)) {
                exchange(hub, "GET /api/dashboard/leaderboard HTTP/1.1\r\nHost: h\r\n" + header + "\r\n\r\n");
            }
            exchange(hub, "GET /\u001b[31m" + FORGED + " HTTP/1.1\r\n\r\n");
            hub.terminate(Duration.ofSeconds(60));
        } finally {
            users(servers, database, "DROP USER 'canary'@'%'");
        }

        List<String> lines = written(before);
        assertThat(lines).as("something is logged").hasSizeGreaterThan(100);
        List<String> levels = new ArrayList<>();
        assertThat(lines).allSatisfy(line -> {
            JsonNode entry = JsonMapper.shared().readTree(line);
            assertThat(entry.path("message").isString()).isTrue();
            levels.add(entry.at("/log/level").asString());
        });
        assertThat(levels).contains("DEBUG", "INFO").doesNotContain("FORGED", "");
        for (String secret : Stream.of(MYSQL_PASSWORD, REDIS_PASSWORD, MAIL_PASSWORD, NAME, PAY)
                .toList()) {
            assertThat(lines.stream().filter(line -> line.contains(secret)))
                    .as(secret)
                    .isEmpty();
        }
    }

    private static void users(Servers servers, SourceDatabase database) throws Exception {
        users(
                servers,
                database,
                "CREATE USER 'canary'@'%' IDENTIFIED BY '" + MYSQL_PASSWORD + "'",
                "GRANT ALL ON *.* TO 'canary'@'%'");
        servers.store()
                .call(redis -> redis.aclSetuser(
                        "canary",
                        AclSetuserArgs.Builder.on()
                                .addPassword(REDIS_PASSWORD)
                                .allKeys()
                                .allChannels()
                                .allCommands()));
    }

    private static void users(Servers servers, SourceDatabase database, String... statements) throws Exception {
        try (var connection = servers.source().connect(database.name());
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        LOGGERS.forEach(logger -> settings.put("logging.level." + logger, "DEBUG"));
        settings.put("logging.structured.format.console", "ecs");
        settings.put("hub.mysql.username", "canary");
        settings.put("hub.mysql.password", MYSQL_PASSWORD);
        settings.put("spring.data.redis.username", "canary");
        settings.put("spring.data.redis.password", REDIS_PASSWORD);
        settings.put("hub.mail.password", MAIL_PASSWORD);
        return settings;
    }

    /** Sends bytes that no client would, and waits for whatever comes of it. */
    private static void exchange(HubProcess hub, String bytes) throws IOException {
        try (Socket socket = new Socket(hub.api().getHost(), hub.api().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            assertThat(socket.getInputStream().read()).isNotZero();
        }
    }

    private static List<String> written(long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(LOG.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
