package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import hub.projections.view.ScoreMode;
import hub.query.http.Method;
import hub.query.http.Parameter;
import hub.query.http.Route;
import hub.testkit.hub.Dashboard;
import hub.testkit.hub.HubInProcess;
import hub.testkit.hub.Reply;
import hub.testkit.hub.TestKey;
import hub.testkit.scenario.Activity;
import hub.testkit.scenario.Load;
import hub.testkit.servers.RedisMonitor;
import hub.testkit.servers.Servers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The security checklist's rows that concern the API, each accepted by a test of its number. */
class SecurityIT extends HubContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");
    private static final String LEADERBOARD = "/api/dashboard/leaderboard";
    private static final String BATCH = "/api/dashboard/batch";
    private static final int RATE = 2_000;
    /** The parameters that say how much is asked for. */
    private static final Set<String> SIZES = Set.of("limit", "days", "hours");

    private static final TestKey OTHER = TestKey.random("other");
    private static final int REQUESTS_OF_A_CONNECTION = 100;
    private static final TestKey PERSISTENT = TestKey.random("persistent");
    private static final TestKey GREEDY = TestKey.random("greedy");
    private static final TestKey EXPIRED = TestKey.random("expired");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Lines lines = new Lines();
    private final Path keysFile;

    SecurityIT() throws IOException {
        super("security", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
        keysFile = Files.createTempFile("hub", ".keys");
        keysFile.toFile().deleteOnExit();
    }

    /** Everything that is logged, at the level of every logger. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final ConcurrentLinkedQueue<String> texts = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            texts.add(event.getFormattedMessage());
            for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
                texts.add(String.valueOf(cause.getMessage()));
            }
        }
    }

    @Override
    Servers servers() {
        return Servers.embedded();
    }

    @Override
    Map<String, String> settings() {
        return Map.of(
                "hub.api.keys",
                String.join(
                        ",",
                        OTHER.entry(),
                        GREEDY.entry(),
                        PERSISTENT.entry(),
                        EXPIRED.entry() + " expires=2026-01-15T17:59:59Z"),
                "hub.api.keys-file",
                keysFile.toString(),
                "hub.api.rate.per-key",
                Integer.toString(RATE),
                "hub.api.rate.per-address",
                "1000000",
                "hub.api.rate.period",
                "1h",
                "hub.api.limits.head",
                "1s",
                "server.netty.max-keep-alive-requests",
                Integer.toString(REQUESTS_OF_A_CONNECTION),
                "server.netty.idle-timeout",
                "10s");
    }

    /** Before the service starts, so that what the start logs is heard, too. */
    @Override
    void prepare() {
        listen();
        db.roles();
        db.employees(1);
    }

    /** Again, since Spring Boot sets logging up anew while it starts. */
    @BeforeAll
    void awaitAnswers() {
        listen();
        service.leaderboard(TODAY);
    }

    private void listen() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        lines.setContext(root.getLoggerContext());
        lines.start();
        root.addAppender(lines);
        ((Logger) LoggerFactory.getLogger("hub")).setLevel(Level.DEBUG);
    }

    @AfterAll
    void stopListening() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(lines);
        ((Logger) LoggerFactory.getLogger("hub")).setLevel(null);
    }

    @Test
    void row01KeysAreKnownByTheirDigestOnly() {
        assertThat(with(OTHER).get(LEADERBOARD).status()).isIn(200, 503);
        assertThat(servers().store().everything()).noneMatch(text -> text.contains(OTHER.text()));
        assertThat(lines.texts).noneMatch(text -> text.contains(OTHER.text()));
        assertThat(raw(hub.management().resolve("/actuator/info")).body()).doesNotContain(OTHER.text());
        Reply unknownId = dashboard.withKey("hub_nobody_" + "x".repeat(40)).get(LEADERBOARD);
        Reply wrongSecret = dashboard.withKey(OTHER.text() + "x").get(LEADERBOARD);
        assertThat(unknownId.status()).isEqualTo(401);
        assertThat(unknownId.body()).isEqualTo(wrongSecret.body()).doesNotContain("other", "nobody");
        assertThat(with(EXPIRED).get(LEADERBOARD).body()).isEqualTo(wrongSecret.body());
    }

    @Test
    void row02KeysOverlapWhileTheyAreRotated() throws IOException {
        TestKey first = TestKey.random("first");
        TestKey second = TestKey.random("second");
        service.leaderboard(TODAY);
        write(first.entry());
        awaitStatus(first, 200);
        write(first.entry(), second.entry());
        awaitStatus(second, 200);
        assertThat(with(first).get(LEADERBOARD).status()).as("both work").isEqualTo(200);
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        Duration took;
        try (Load ignored = new Load(wanted -> {
            while (wanted.getAsBoolean() && asked.incrementAndGet() < RATE / 2) {
                refused.addAndGet(with(second).get(LEADERBOARD).status() == 200 ? 0 : 1);
            }
        })) {
            long start = System.nanoTime();
            write(first.entry() + " revoked", second.entry());
            awaitStatus(first, 401);
            took = Duration.ofNanos(System.nanoTime() - start);
        }
        assertThat(took).as("from the revocation to the refusal").isLessThan(Duration.ofSeconds(5));
        assertThat(asked).as("requests with the other key meanwhile").hasPositiveValue();
        assertThat(refused).as("refusals of the other key").hasValue(0);
    }

    private void write(String... entries) throws IOException {
        Files.writeString(keysFile, String.join("\n", entries) + "\n");
    }

    private void awaitStatus(TestKey key, int status) {
        dashboard.awaitThat(
                Duration.ofSeconds(30),
                () -> with(key).get(LEADERBOARD),
                reply -> assertThat(reply.status()).isEqualTo(status));
    }

    @Test
    void row04KnownAndMissingKeysAreRefused() {
        for (String key : List.of("dev-api-key-123", "short", "a:b:read", "id:" + "0".repeat(64) + ":read")) {
            assertThatThrownBy(() -> HubInProcess.start(
                            database, servers().store(), ScoreMode.LIVE, clock, Map.of("hub.api.keys", key)))
                    .as(key)
                    .satisfies(refused -> assertThat(refused.toString()).doesNotContain("dev-api-key-123"));
        }
        for (String path :
                List.of("/", "/api", "/api/", "/api/nothing", "/actuator", "/actuator/health", "/swagger-ui.html")) {
            assertThat(dashboard.withKey(null).get(path).status()).as(path).isIn(401, 404);
        }
    }

    @Test
    void row05TheActuatorStandsApartAndShowsLittle() {
        assertThat(hub.management().getPort()).isNotEqualTo(hub.api().getPort());
        assertThat(isOpen("127.0.0.1")).isTrue();
        assertThat(isOpen("127.0.0.2"))
                .as("whoever listens on every address is found at this one, too")
                .isFalse();
        for (String id : List.of(
                "env",
                "configprops",
                "heapdump",
                "threaddump",
                "loggers",
                "shutdown",
                "beans",
                "mappings",
                "metrics",
                "caches",
                "conditions",
                "scheduledtasks",
                "httpexchanges",
                "startup",
                "sbom",
                "flyway",
                "quartz",
                "sessions",
                "auditevents",
                "logfile",
                "refresh",
                "restart",
                "jolokia")) {
            assertThat(raw(hub.management().resolve("/actuator/" + id)).statusCode())
                    .as(id)
                    .isEqualTo(404);
            assertThat(dashboard.withKey(null).get("/actuator/" + id).status())
                    .as(id)
                    .isIn(401, 404);
        }
        assertThat(raw(hub.management().resolve("/actuator/prometheus")).statusCode())
                .isEqualTo(200);
        HttpResponse<String> health = raw(hub.management().resolve("/actuator/health"));
        assertThat(health.body()).contains("\"status\"").doesNotContain("details", "jdbc", "host");
        assertThat(raw(hub.management().resolve(LEADERBOARD)).statusCode()).isEqualTo(404);
    }

    private boolean isOpen(String address) {
        try (Socket ignored = new Socket(address, hub.management().getPort())) {
            return true;
        } catch (ConnectException refused) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void row09NothingThatACallerWritesReachesRedis() {
        String marker = "zqmarker";
        service.leaderboard(TODAY);
        try (RedisMonitor monitor = RedisMonitor.of(servers().store())) {
            for (String hostile : List.of(
                    marker,
                    marker + "}{",
                    "{" + marker + "}:live",
                    marker + "\r\nFLUSHALL\r\n",
                    marker + "\u0000",
                    "*" + marker,
                    "2026-01-15" + marker)) {
                String text = URLEncoder.encode(hostile, StandardCharsets.UTF_8);
                for (String path : List.of(
                        LEADERBOARD + "?date=" + text,
                        LEADERBOARD + "?" + text + "=" + text,
                        "/api/dashboard/employees/" + text,
                        "/api/dashboard/activities?employee_id=" + text,
                        "/api/dashboard/stream?views=" + text,
                        "/api/dashboard/stream?views=" + text + "&last_event_id=" + text + "&ticket=" + text,
                        "/api/" + text)) {
                    assertThat(dashboard.get(path).status()).as(path).isBetween(200, 428);
                }
                assertThat(post(
                                        BATCH,
                                        "{\"items\":[{\"view\":\"leaderboard\",\"parameters\":{\"date\":\"" + text
                                                + "\"}}]}")
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(dashboard.get(LEADERBOARD + "?date=2025-06-06").status()).isEqualTo(200);
            monitor.await("2025-06-06");
            assertThat(monitor.seen()).noneMatch(command -> command.contains(marker));
        }
    }

    @Test
    void row10InputIsBounded() {
        assertThat(dashboard.get(LEADERBOARD + "?x=" + "a".repeat(5_000)).status())
                .as("URI")
                .isEqualTo(414);
        assertThat(send(request(LEADERBOARD).header("X-Long", "a".repeat(9_000)))
                        .statusCode())
                .as("headers")
                .isEqualTo(431);
        assertThat(post(BATCH, "\"" + "a".repeat(70_000) + "\"").statusCode())
                .as("body")
                .isEqualTo(413);
        HttpResponse<String> deep = post(BATCH, item("[".repeat(9) + "]".repeat(9)));
        assertThat(deep.statusCode()).as("depth").isEqualTo(400);
        assertThat(deep.body()).contains("not JSON that is read here");
        assertThat(post(BATCH, item("[[]]")).body())
                .as("less deep is read, and refused for what it is")
                .contains("items[0].parameters.date must be a text");
        HttpResponse<String> longText = post(BATCH, item('"' + "a".repeat(2_001) + '"'));
        assertThat(longText.statusCode()).as("text").isEqualTo(400);
        assertThat(longText.body()).contains("not JSON that is read here");
        assertThat(post(BATCH, item('"' + "a".repeat(2_000) + '"')).statusCode())
                .as("a shorter text is read")
                .isEqualTo(200);
        assertThat(post(BATCH, batch(21)).statusCode()).as("21 items").isEqualTo(400);
        assertThat(post(BATCH, batch(20)).statusCode()).as("20 items").isEqualTo(200);
    }

    /** Of every route that takes one, also of those to come. */
    @Test
    void row10RangesAndPagesAreBounded() {
        for (Route route : hub.routes()) {
            for (Parameter<?> parameter : route.parameters()) {
                Long most = parameter.schema().maximum();
                if (most == null || most == Long.MAX_VALUE) {
                    continue;
                }
                if (SIZES.contains(parameter.name())) {
                    assertThat(most)
                            .as("%s of %s", parameter.name(), route.path())
                            .isLessThanOrEqualTo(500);
                }
                Reply reply = ask(route, parameter.name(), Long.toString(most + 1));
                assertThat(reply.status()).as("%s", reply).isEqualTo(400);
                assertThat(reply.json().path("parameter").asString()).isEqualTo(parameter.name());
            }
            List<String> names =
                    route.parameters().stream().map(Parameter::name).toList();
            if (names.contains("start_date") && names.contains("end_date")) {
                assertThat(ask(route, "start_date", "2025-11-01", "end_date", "2026-02-01")
                                .status())
                        .as("93 days of %s", route.path())
                        .isEqualTo(400);
                assertThat(ask(route, "start_date", "2025-11-01", "end_date", "2026-01-31")
                                .status())
                        .as("92 days of %s", route.path())
                        .isIn(200, 404);
            }
        }
    }

    /** With an example for whatever else must be given. */
    private Reply ask(Route route, String... namesAndValues) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        String path = route.path().text();
        List<String> query = new ArrayList<>();
        for (Parameter<?> parameter : route.parameters()) {
            String value = given.get(parameter.name());
            if (parameter.in() == Parameter.In.PATH) {
                path = path.replace("{" + parameter.name() + "}", value == null ? parameter.example() : value);
            } else if (value != null || parameter.required()) {
                query.add(parameter.name() + "=" + (value == null ? parameter.example() : value));
            }
        }
        String target = path + "?" + String.join("&", query);
        return route.method() == Method.GET ? dashboard.get(target) : dashboard.post(target);
    }

    private static String item(String date) {
        return "{\"items\":[{\"view\":\"leaderboard\",\"parameters\":{\"date\":" + date + "}}]}";
    }

    private static String batch(int items) {
        return "{\"items\":[" + "{\"view\":\"alerts\"},".repeat(items - 1) + "{\"view\":\"alerts\"}]}";
    }

    @Test
    void row11WhoIsSlowIsCutOff() throws IOException {
        try (Socket slow = new Socket(hub.api().getHost(), hub.api().getPort())) {
            slow.setSoTimeout(30_000);
            slow.getOutputStream().write("GET / HTTP/1.1\r\nHost: h\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            assertThat(slow.getInputStream().read()).as("closed").isEqualTo(-1);
        }
    }

    /** A connection may not be held for ever by being busy, either. */
    @Test
    void row11AConnectionEndsAfterItsRequests() throws IOException {
        byte[] request = ("GET /api/dashboard/server-time HTTP/1.1\r\nHost: h\r\nX-API-Key: " + PERSISTENT.text()
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        try (Socket busy = new Socket(hub.api().getHost(), hub.api().getPort())) {
            busy.setSoTimeout(30_000);
            StringBuilder answers = new StringBuilder();
            for (int i = 0; i < REQUESTS_OF_A_CONNECTION; i++) {
                busy.getOutputStream().write(request);
                byte[] buffer = new byte[4_096];
                int read = busy.getInputStream().read(buffer);
                assertThat(read).as("request %d", i).isPositive();
                answers.append(new String(buffer, 0, read, StandardCharsets.US_ASCII));
            }
            answers.append(new String(busy.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            assertThat(answers.toString().split("HTTP/1.1 200", -1)).hasSize(REQUESTS_OF_A_CONNECTION + 1);
            assertThat(answers.toString().toLowerCase(Locale.ROOT)).containsOnlyOnce("connection: close");
        }
    }

    @Test
    void row11AnIdleConnectionIsClosed() throws IOException {
        try (Socket idle = new Socket(hub.api().getHost(), hub.api().getPort())) {
            idle.setSoTimeout(60_000);
            assertThat(idle.getInputStream().read()).as("closed").isEqualTo(-1);
        }
    }

    @Test
    void row12ThereIsNoHttp2() throws IOException {
        assertThat(exchange("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(exchange(
                        "GET / HTTP/1.1\r\nHost: h\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\n"
                                + "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ");
    }

    @Test
    void row13ABatchCostsItsItems() {
        int answered = 0;
        HttpResponse<String> last = send(request(BATCH, GREEDY).POST(HttpRequest.BodyPublishers.ofString(batch(20))));
        while (last.statusCode() == 200 && answered <= RATE) {
            answered += 20;
            last = send(request(BATCH, GREEDY).POST(HttpRequest.BodyPublishers.ofString(batch(20))));
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).contains("3600");
        assertThat(answered).isEqualTo(RATE);
        assertThat(with(OTHER).get(LEADERBOARD).status()).as("another key").isNotEqualTo(429);
    }

    @Test
    void row14ErrorsTellNothingOfTheInside() {
        for (String path : List.of(
                LEADERBOARD + "?date=x",
                "/api/dashboard/employees/99999",
                "/api/dashboard/employees/x",
                "/api/nothing",
                "/api/dashboard/analytics/date-range")) {
            Reply reply = dashboard.get(path);
            assertThat(reply.status()).as(path).isBetween(400, 499);
            assertThat(reply.header("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(reply.header("Hub-Request-Id")).isPresent();
            assertThat(reply.body())
                    .doesNotContainPattern("Exception|\\bat [a-z]+\\.|java\\.|SELECT |hub:|127\\.0\\.0\\.1|localhost")
                    .doesNotContain(database.name(), database.server().username() + "@");
        }
    }

    @Test
    void row15NeitherSecretsNorRowsAreLogged() {
        String name = "canary-name\r\n12:00:00.000 INFO forged \u001b[31m";
        db.execute("UPDATE employees SET name = ?, email = 'canary@example.org' WHERE id = 1", name);
        db.activity(Activity.picking(31_337).from("2026-01-15T15:00:00Z"));
        db.execute("INSERT INTO employee_payrates (employee_id, pay_rate, notes) VALUES (1, 31337.31, 'canary-notes')");
        service.leaderboard(TODAY);
        service.get("/api/dashboard/employees/payrates");
        send(request(LEADERBOARD).header("X-Request-Id", "canary-id forged"));
        assertThat(lines.texts).as("something is logged").isNotEmpty();
        assertThat(lines.texts)
                .noneMatch(text -> text.contains("canary-") || text.contains("canary@") || text.contains("31337"))
                .noneMatch(text -> text.contains(OTHER.text()));
        String password = database.server().password();
        if (!password.isEmpty()) {
            assertThat(lines.texts).noneMatch(text -> text.contains(password));
        }
        db.execute("DELETE FROM employee_payrates");
    }

    @Test
    void row19NamesAreTextWhateverTheySay() {
        db.execute("UPDATE employees SET name = '<script>alert(1)</script>' WHERE id = 1");
        db.activity(Activity.picking(10).from("2026-01-15T15:00:00Z"));
        Reply reply = service.leaderboard(TODAY);
        assertThat(reply.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(reply.json().at("/0/name").asString("")).isEqualTo("<script>alert(1)</script>");
        assertThat(post(BATCH, "{\"items\":[{\"view\":\"alerts\",\"@class\":\"java.net.URL\"}]}")
                        .statusCode())
                .isEqualTo(400);
    }

    private Dashboard with(TestKey key) {
        return dashboard.withKey(key.text());
    }

    private HttpRequest.Builder request(String path) {
        return request(path, OTHER);
    }

    private HttpRequest.Builder request(String path, TestKey key) {
        return HttpRequest.newBuilder(hub.api().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("X-API-Key", key.text())
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> post(String path, String body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> raw(URI uri) {
        return send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String exchange(String bytes) throws IOException {
        try (Socket socket = new Socket(hub.api().getHost(), hub.api().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
