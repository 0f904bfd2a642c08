package hub.query.docs;

import static org.assertj.core.api.Assertions.assertThat;

import hub.query.FakeStore;
import hub.query.ManualClock;
import hub.query.QueryConfiguration;
import hub.query.boards.BoardSource;
import hub.query.http.Problem;
import hub.query.http.ProblemType;
import hub.query.security.NewApiKey;
import hub.query.security.Scope;
import hub.redis.HubRedisConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document that the query role serves, as it is wired for production, over a store in memory. */
@Timeout(60)
class DocumentTest {

    private static final Path COMMITTED = Path.of("openapi.json");
    private static final NewApiKey KEY = NewApiKey.generate("docs", EnumSet.allOf(Scope.class), new SecureRandom());
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({HubRedisConfiguration.class, QueryConfiguration.class})
    static class App {
        @Bean
        Clock clock() {
            return new ManualClock("2026-01-15T15:00:00Z");
        }

        @Bean
        @Primary
        BoardSource inMemory(Clock clock) {
            return new FakeStore(clock);
        }
    }

    private static ConfigurableApplicationContext context;
    private static String text;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        SpringApplication app = new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.REACTIVE)
                .build();
        app.setRegisterShutdownHook(false);
        context = app.run("--server.port=0", "--management.server.port=0", "--hub.api.keys=" + KEY.config());
        text = get("/v3/api-docs").body();
        document = JsonMapper.shared().readTree(text);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static URI uri(String path) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri(path)).header("X-API-Key", KEY.key()).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Stream<JsonNode> operations() {
        return document.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    private static JsonNode schema(String name) {
        return document.path("components").path("schemas").path(name);
    }

    @Test
    void theCommittedDocumentIsTheServedOne() throws IOException {
        if (Boolean.getBoolean("hub.docs.update")) {
            Files.writeString(COMMITTED, text);
        }
        assertThat(text)
                .as("routes and query-api/openapi.json differ: run this test with -Dhub.docs.update=true and read the"
                        + " difference; then make the client anew (query-api/client/README.md)")
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void aStreamTellsWhatItsViewsTake() {
        JsonNode parameters = document.at("/paths/~1api~1dashboard~1stream/get/parameters");
        assertThat(parameters
                        .valueStream()
                        .map(parameter -> parameter.path("name").asString()))
                .contains("views", "rate", "date", "start_date", "end_date", "Last-Event-ID")
                .doesNotHaveDuplicates();
    }

    /** That it fits is seen where the service is whole, together with its answers. */
    @Test
    void everyAnswerHasAnExample() {
        assertThat(operations()).allSatisfy(operation -> {
            String name = operation.path("operationId").asString();
            JsonNode content = operation.path("responses").path("200").path("content");
            assertThat(content.isEmpty()).as(name).isFalse();
            content.forEach(media -> assertThat(media.has("example"))
                    .as("an example of what %s answers, in src/main/resources/hub/query/docs/answers", name)
                    .isTrue());
        });
    }

    @Test
    void everyOperationTellsOfItsProblemsWithExamples() {
        assertThat(operations()).allSatisfy(operation -> {
            String name = operation.path("operationId").asString();
            assertThat(operation.path("responses").propertyNames())
                    .as(name)
                    .contains("401", "403", "405", "429", "500");
            operation.path("responses").properties().stream()
                    .filter(response -> response.getKey().compareTo("400") >= 0)
                    .map(response -> referred(response.getValue()))
                    .peek(response ->
                            assertThat(response.isMissingNode()).as(name).isFalse())
                    .flatMap(response -> response.path("content").valueStream())
                    .flatMap(media -> media.path("examples").valueStream())
                    .forEach(example -> assertThat(referred(example).isMissingNode())
                            .as(name + " " + example)
                            .isFalse());
        });
    }

    private static JsonNode referred(JsonNode reference) {
        return document.at(reference.path("$ref").asString().substring(1));
    }

    @Test
    void whoCanWaitForAPositionIsToldWhatMayBecomeOfIt() throws Exception {
        List<String> waiting = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().path("parameters").toString().contains("Hub-Read-After")) {
                        assertThat(operation.getValue().path("responses").propertyNames())
                                .as(path.getKey())
                                .contains("400", "409", "503");
                        waiting.add(operation.getKey() + " " + path.getKey());
                    }
                }));
        assertThat(waiting).hasSizeGreaterThan(25).contains("get /api/dashboard/summary", "post /api/dashboard/batch");
        HttpResponse<String> refused = HTTP.send(
                HttpRequest.newBuilder(uri("/api/dashboard/analytics/team-metrics"))
                        .header("X-API-Key", KEY.key())
                        .header("Hub-Read-After", "nonsense")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("/problems/invalid-parameter");
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyProblemHasAnExample(ProblemType type) {
        JsonNode example = Examples.problem(Answers.word(type));
        assertThat(example)
                .as("%s in src/main/resources/hub/query/docs/problems", type)
                .isNotNull();
        assertThat(example.path("type").asString()).isEqualTo(type.uri());
        assertThat(example.path("title").asString()).isEqualTo(type.title());
        assertThat(example.path("status").asInt()).isEqualTo(type.status());
        assertThat(example.path("error").asString())
                .isEqualTo(example.path("detail").asString(type.title()));
    }

    @Test
    void theCatalogueNamesEveryEventMemberAndReason() throws IOException {
        String catalogue = Files.readString(Path.of("STREAM.md"));
        Events.schemas().forEach((name, schema) -> {
            JsonNode event = schema(name);
            assertThat(catalogue).contains("`" + name.replace("Event", "").toLowerCase(Locale.ROOT) + "`");
            event.path("properties").properties().forEach(member -> {
                assertThat(catalogue).contains("`" + member.getKey() + "`");
                member.getValue()
                        .path("enum")
                        .forEach(word -> assertThat(catalogue).contains("`" + word.asString() + "`"));
            });
        });
    }

    @Test
    void whatIsRefusedThereIsAProblemToo() throws Exception {
        HttpResponse<String> refused = HTTP.send(
                HttpRequest.newBuilder(uri("/v3/api-docs"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertProblem(refused, ProblemType.METHOD_NOT_ALLOWED);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() throws Exception {
        Problem tooMany = Problem.of(ProblemType.TOO_MANY_REQUESTS, "This address asks too often")
                .retryAfter(60);
        DocsSite site = new DocsSite(new byte[0], address -> tooMany);
        DisposableServer server =
                HttpServer.create().host("127.0.0.1").port(0).handle(site).bindNow();
        try {
            HttpResponse<String> refused = HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v3/api-docs"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
            assertProblem(refused, ProblemType.TOO_MANY_REQUESTS);
        } finally {
            server.disposeNow();
        }
    }

    private static void assertProblem(HttpResponse<String> refused, ProblemType type) {
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(refused.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(refused.headers().firstValue("Hub-Request-Id")).isPresent();
        assertThat(JsonMapper.shared().readTree(refused.body()).path("type").asString())
                .isEqualTo(type.uri());
    }

    @Test
    void thePageComesFromHereAndNeedsNoKey() throws Exception {
        HttpResponse<String> page =
                HTTP.send(HttpRequest.newBuilder(uri("/swagger-ui/")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("http:", "https:", "//");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        for (String file : List.of("swagger-ui.css", "swagger-ui-bundle.js", "start.js")) {
            assertThat(page.body()).contains("\"" + file + "\"");
            assertThat(get("/swagger-ui/" + file).statusCode()).as(file).isEqualTo(200);
        }
        assertThat(get("/webjars/swagger-ui/5.34.1/index.html").statusCode()).isEqualTo(404);
        assertThat(get("/swagger-ui/index.html").statusCode()).isEqualTo(404);
        assertThat(get("/swagger-ui/../api").statusCode()).isEqualTo(404);
    }
}
