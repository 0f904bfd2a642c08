package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.query.http.Method;
import hub.query.http.Parameter;
import hub.query.http.Route;
import hub.query.security.Scope;
import hub.testkit.hub.TestKey;
import hub.testkit.servers.Servers;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every route that the service declares, whoever declares it. */
class RoutesIT extends HubContract {

    private static final String PAGE = "https://dashboard.example";
    private static final Map<Scope, TestKey> KEYS = keys();

    private final HttpClient client = HttpClient.newHttpClient();

    RoutesIT() {
        super("routes", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    private static Map<Scope, TestKey> keys() {
        Map<Scope, TestKey> keys = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            keys.put(scope, TestKey.of("only-" + scope.ordinal(), Set.of(scope)));
        }
        return keys;
    }

    @Override
    Servers servers() {
        return Servers.embedded();
    }

    @Override
    Map<String, String> settings() {
        return Map.of(
                "hub.api.keys",
                KEYS.values().stream().map(TestKey::entry).collect(Collectors.joining(",")),
                "hub.api.cors-origins",
                PAGE);
    }

    @Override
    void prepare() {
        db.employees(1);
    }

    @BeforeAll
    void awaitAnswers() {
        service.leaderboard(LocalDate.parse("2026-01-15"));
        dashboard.awaitThat(
                () -> dashboard.get("/api/ops/jobs"),
                jobs -> assertThat(jobs.status()).isEqualTo(200));
    }

    /** A route that is added, removed or changed must be so in the README, too. */
    @Test
    void theReadmeListsTheRoutesThatAreServed() {
        assertThat(ReadmeRoutes.written())
                .as("the table of routes in README.md")
                .isEqualTo(
                        hub.routes().stream().map(ReadmeRoutes::line).sorted().toList());
    }

    /** Security row 3: every route, declared anywhere, with every scope. A route without a scope does not even start. */
    @TestFactory
    List<DynamicTest> row03EveryRouteNeedsExactlyItsScope() {
        return hub.routes().stream()
                .map(route -> DynamicTest.dynamicTest(route.method() + " " + route.path(), () -> needsItsScope(route)))
                .toList();
    }

    private void needsItsScope(Route route) throws IOException, InterruptedException {
        assertThat(ask(route, null).status()).as("without a key").isEqualTo(401);
        assertThat(ask(route, "hub_only-0_guessed").status()).as("with a guess").isEqualTo(401);
        for (Scope scope : Scope.values()) {
            Asked asked = ask(route, key(scope).text());
            if (scope == route.scope()) {
                assertThat(asked.status()).as("with %s", scope.word()).isNotIn(401, 403, 405);
                assertThat(asked.status()).as("with %s", scope.word()).isLessThan(500);
            } else {
                assertThat(asked.status()).as("with %s", scope.word()).isEqualTo(403);
                JsonNode problem = JsonMapper.shared().readTree(asked.body());
                assertThat(problem.path("type").asString("")).isEqualTo("/problems/scope-missing");
                assertThat(problem.path("scope").asString(""))
                        .isEqualTo(route.scope().word());
            }
        }
    }

    /** A browser asks before it sends a key; what it is told lets a page read the headers that matter. */
    @Test
    void optionsNeedsNoKeyAndTheHeadersAreExposed() throws IOException, InterruptedException {
        for (Route route : hub.routes()) {
            HttpResponse<InputStream> told = client.send(
                    request(route)
                            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                            .header("Origin", PAGE)
                            .header(
                                    "Access-Control-Request-Method",
                                    route.method().name())
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(told.statusCode()).as("%s", route.path()).isEqualTo(204);
            assertThat(told.headers().firstValue("Access-Control-Allow-Origin")).contains(PAGE);
            assertThat(told.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                    .contains("X-API-Key", "Hub-Read-After", "If-None-Match");
        }
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(hub.api().resolve("/api/dashboard/leaderboard"))
                        .header("Origin", PAGE)
                        .header("X-API-Key", key(Scope.READ).text())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        List<String> exposed = List.of(answer.headers()
                .firstValue("Access-Control-Expose-Headers")
                .orElse("")
                .split(", *"));
        assertThat(exposed).contains("ETag");
        assertThat(exposed)
                .containsAll(answer.headers().map().keySet().stream()
                        .filter(name -> name.startsWith("hub-"))
                        .map(RoutesIT::capitalized)
                        .toList());
    }

    /** The client lower-cases names; the service's own are capitalized word by word. */
    private static String capitalized(String name) {
        return Arrays.stream(name.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("-"));
    }

    private record Asked(int status, String body) {}

    private static TestKey key(Scope scope) {
        return Objects.requireNonNull(KEYS.get(scope));
    }

    private Asked ask(Route route, @Nullable String key) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(route)
                .method(
                        route.method().name(),
                        route.method() == Method.GET
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json");
        if (key != null) {
            request.header("X-API-Key", key);
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            boolean endless =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            return new Asked(
                    response.statusCode(), endless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** With an example for everything in the path, and nothing that it could do harm with. */
    private HttpRequest.Builder request(Route route) {
        String path = route.path().text();
        for (Parameter<?> parameter : route.parameters()) {
            path = path.replace("{" + parameter.name() + "}", parameter.example());
        }
        return HttpRequest.newBuilder(hub.api().resolve(path)).timeout(Duration.ofSeconds(20));
    }
}
