package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.TestKey;
import hub.testkit.scenario.Activity;
import hub.testkit.servers.Servers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The TypeScript client and its example, run by Node against the service. Where the client is not built
 * ({@code npm ci && npm run build} in query-api/client), it is skipped and says so; {@code HUB_REQUIRE_CLIENT=true} makes
 * that a failure.
 */
/* In a thread of its own: what a silent Node keeps waiting cannot be interrupted. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@EnabledIf(
        value = "isWanted",
        disabledReason = "NOT TESTED: the TypeScript client is not built (npm ci && npm run build in query-api/client)")
class ClientIT extends HubContract {

    private static final LocalDate DAY = LocalDate.parse("2026-01-15");
    private static final Path CLIENT =
            Path.of("..", "..", "query-api", "client").toAbsolutePath().normalize();
    private static final TestKey KEY = TestKey.random("client");

    ClientIT() {
        super("client", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    @Override
    Servers servers() {
        return Servers.embedded();
    }

    @Override
    Map<String, String> settings() {
        return Map.of("hub.api.keys", KEY.entry());
    }

    @Override
    void prepare() {
        assertThat(isBuilt()).as("the client is built in %s", CLIENT).isTrue();
        db.roles();
        db.employees(1, 2);
    }

    @BeforeAll
    void fill() {
        db.activity(Activity.qcPassed(10).by(1));
        service.leaderboard(DAY);
    }

    static boolean isWanted() {
        return isBuilt() || Boolean.parseBoolean(System.getenv("HUB_REQUIRE_CLIENT"));
    }

    private static boolean isBuilt() {
        return Files.exists(CLIENT.resolve("dist/index.js"));
    }

    private Process node(String script, Map<String, String> more, String... arguments) throws IOException {
        ProcessBuilder node = new ProcessBuilder("node", script).directory(CLIENT.toFile());
        node.command().addAll(List.of(arguments));
        node.environment().put("HUB_URL", hub.api().toString());
        node.environment().put("HUB_KEY", KEY.text());
        node.environment().putAll(more);
        return node.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    @Test
    void theClientReadsAndFollows() throws IOException {
        Process node = node("test/real.mjs", Map.of(), DAY.toString());
        try (BufferedReader lines = node.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("answer [[1,10]]");
            assertThat(lines.readLine()).isEqualTo("view [[1,10]]");
            db.activity(Activity.qcPassed(20).by(2));
            String line = lines.readLine();
            while ("view [[1,10]]".equals(line)) { // minutes of somebody at work go on meanwhile
                line = lines.readLine();
            }
            assertThat(line).isEqualTo("view [[2,20],[1,10]]");
        } finally {
            node.destroy();
        }
    }

    /** As a browser does: the page, its script and the client, a ticket, and the stream through the page's server. */
    @Test
    void theExampleServesItsPageAndTheStream() throws IOException, InterruptedException {
        int port = freePort();
        Process node = node("example/serve.mjs", Map.of("PORT", Integer.toString(port)));
        try (BufferedReader said = node.inputReader(StandardCharsets.UTF_8);
                HttpClient http = HttpClient.newHttpClient()) {
            URI page = URI.create(Objects.requireNonNull(said.readLine()));
            assertThat(text(http, page)).contains("<title>Leaderboard</title>", "page.js");
            assertThat(text(http, page.resolve("page.js"))).contains("./client/index.js");
            assertThat(text(http, page.resolve("client/index.js"))).contains("HubClient");
            String ticket = http.send(
                            HttpRequest.newBuilder(page.resolve("ticket"))
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            HttpResponse<InputStream> stream = http.send(
                    HttpRequest.newBuilder(page.resolve("api/dashboard/stream?views=departments&ticket=" + ticket))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);
            try (BufferedReader events =
                    new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                assertThat(events.lines()
                                .filter(line -> line.startsWith("event: "))
                                .findFirst())
                        .contains("event: view");
            }
            http.shutdownNow();
        } finally {
            node.destroy();
        }
    }

    private static String text(HttpClient http, URI address) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s", address).isEqualTo(200);
        return answer.body();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
