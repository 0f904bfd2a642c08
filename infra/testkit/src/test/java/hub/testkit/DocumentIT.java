package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.query.http.Method;
import hub.query.http.Parameter;
import hub.query.http.ProblemType;
import hub.query.http.Route;
import hub.query.security.Scope;
import hub.testkit.document.Conformity;
import hub.testkit.document.Responses;
import hub.testkit.hub.Reply;
import hub.testkit.hub.TestKey;
import hub.testkit.scenario.Activity;
import hub.testkit.scenario.RandomWrites;
import hub.testkit.servers.Servers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document says what the service does: each route's answer, each problem and each event, from a service full of rows. */
class DocumentIT extends HubContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");
    private static final TestKey READER = TestKey.of("reader", Set.of(Scope.READ, Scope.EMPLOYEE_READ));
    private static final TestKey GREEDY = TestKey.of("greedy", Set.of(Scope.READ));
    private static final int RATE = 1_000;
    private static final long SOMEBODY = 9_001;

    /** Routes whose example asks for what is not there: a job that is off, no parked row, no report. */
    private static final Map<String, Integer> NOT_THERE =
            Map.of("job-run", 409, "parked-acknowledge", 404, "report", 404);

    /** Of a service, or a source, that is not whole; ErrorsContract, ApiTest and the tests of those routes provoke them. */
    private static final Set<ProblemType> OF_WHAT_IS_BROKEN =
            EnumSet.of(ProblemType.FILLING, ProblemType.UNAVAILABLE, ProblemType.INTERNAL, ProblemType.NOT_IN_SOURCE);

    /** No client sends such a request: it is sent where raw bytes are. */
    private static final Set<ProblemType> OF_RAW_BYTES = EnumSet.of(ProblemType.UNREADABLE_REQUEST);

    private JsonNode document;
    private Conformity conformity;
    private Responses responses;

    DocumentIT() {
        super("document", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    @Override
    Servers servers() {
        return Servers.embedded();
    }

    @Override
    Map<String, String> settings() {
        return Map.of(
                "hub.api.keys",
                READER.entry() + "," + GREEDY.entry(),
                "hub.retention.days",
                "30",
                "hub.jobs.cache-warmup",
                "on",
                "hub.api.rate.per-key",
                Integer.toString(RATE),
                "hub.api.rate.period",
                "1h");
    }

    @BeforeAll
    void fill() {
        long seed = Seeds.next("document");
        RandomWrites writes = new RandomWrites(
                db, seed, TODAY.minusDays(6).datesUntil(TODAY.plusDays(1)).toList());
        writes.begin();
        writes.run(600);
        db.employees(SOMEBODY); // whom no random write removes
        db.activity(Activity.qcPassed(10).by(SOMEBODY));
        db.shift(SOMEBODY, "2026-01-15T14:00:00Z", null);
        service.leaderboard(TODAY);
        dashboard.awaitThat(
                () -> dashboard.get("/api/ops/jobs"),
                jobs -> assertThat(jobs.status()).isEqualTo(200));
        document = dashboard.get("/v3/api-docs").json();
        conformity = new Conformity(document);
        responses = new Responses(document);
    }

    @Test
    void everyExampleFitsItsSchema() {
        document.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .forEach(operation -> operation
                        .path("responses")
                        .path("200")
                        .path("content")
                        .forEach(media -> assertThat(conformity.complaints(media.path("schema"), media.path("example")))
                                .as("%s", operation.path("operationId"))
                                .isEmpty()));
    }

    @TestFactory
    List<DynamicTest> everyRouteAnswersAsDocumented() {
        return hub.routes().stream()
                .filter(route -> !route.name().equals("stream"))
                .map(route -> DynamicTest.dynamicTest(route.method() + " " + route.path(), () -> answers(route)))
                .toList();
    }

    private void answers(Route route) {
        Reply reply = ask(route);
        assertThat(reply.status()).as("%s", reply).isEqualTo(NOT_THERE.getOrDefault(route.name(), 200));
        assertHeadersAreDeclared(route, reply);
        JsonNode media = responses.of(route, reply.status()).path("content");
        assertThat(media.isEmpty())
                .as("%d of %s is documented", reply.status(), route.path())
                .isFalse();
        JsonNode schema = media.valueStream().findFirst().orElseThrow().path("schema");
        assertThat(conformity.complaints(schema, reply.json())).as("%s", reply).isEmpty();
        reply.header("ETag").ifPresent(etag -> {
            Reply held = ask(route, "If-None-Match", etag);
            assertThat(held.status()).as("%s", held).isIn(200, 304); // the clock may have changed the bytes
            assertHeadersAreDeclared(route, held);
        });
    }

    private void assertHeadersAreDeclared(Route route, Reply reply) {
        assertThat(Responses.undeclared(
                        responses.of(route, reply.status()),
                        reply.headers().map().keySet()))
                .as("headers of %d of %s that are not documented", reply.status(), route.path())
                .isEmpty();
    }

    private Reply ask(Route route, String... headers) {
        String path = route.path().text();
        List<String> query = new ArrayList<>();
        for (Parameter<?> parameter : route.parameters()) {
            if (parameter.in() == Parameter.In.PATH) {
                String value = parameter.name().equals("id") ? Long.toString(SOMEBODY) : parameter.example();
                path = path.replace("{" + parameter.name() + "}", value);
            } else {
                query.add(parameter.name() + "=" + parameter.example());
            }
        }
        String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
        return route.method() == Method.GET
                ? dashboard.get(target, headers)
                : dashboard.postJson(target, route.name().equals("batch") ? BATCH : "");
    }

    private static final String BATCH = """
            {"items":[{"view":"leaderboard","parameters":{"date":"2026-01-15"}},{"view":"nothing"}]}""";

    /** The same members as in the example that the document shows, and the legacy's {@code error}. */
    @Test
    void everyProblemIsReallyAnsweredLikeItsExample() {
        Map<ProblemType, Supplier<Reply>> asking = new EnumMap<>(ProblemType.class);
        String leaderboard = "/api/dashboard/leaderboard";
        String batch = "/api/dashboard/batch";
        asking.put(ProblemType.INVALID_PARAMETER, () -> dashboard.get(leaderboard + "?date=x"));
        asking.put(ProblemType.INVALID_BODY, () -> dashboard.postJson(batch, "[]"));
        asking.put(ProblemType.INVALID_KEY, () -> dashboard.withKey(null).get(leaderboard));
        asking.put(
                ProblemType.SCOPE_MISSING,
                () -> dashboard.withKey(READER.text()).get("/api/dashboard/employees/payrates"));
        asking.put(ProblemType.NOT_FOUND, () -> dashboard.get("/api/dashboard/employees/99999"));
        asking.put(ProblemType.DAY_NOT_HELD, () -> dashboard.get(leaderboard + "?date=2025-06-01"));
        asking.put(ProblemType.METHOD_NOT_ALLOWED, () -> dashboard.post(leaderboard));
        asking.put(ProblemType.CONFLICTING_POSITION, () -> dashboard.get(leaderboard, "Hub-Read-After", "7-7-7"));
        asking.put(
                ProblemType.JOB_OFF,
                () -> dashboard.post("/api/ops/jobs/finalize-daily/runs?idempotency_key=document"));
        asking.put(ProblemType.KEY_USED, this::keyUsed);
        asking.put(ProblemType.BODY_TOO_LARGE, () -> dashboard.postJson(batch, '"' + "a".repeat(70_000) + '"'));
        asking.put(ProblemType.URI_TOO_LONG, () -> dashboard.get(leaderboard + "?x=" + "a".repeat(5_000)));
        asking.put(ProblemType.HEADERS_TOO_LARGE, () -> dashboard.get(leaderboard, "X-Long", "a".repeat(9_000)));
        asking.put(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                () -> dashboard.postJson(batch, BATCH, "Content-Type", "text/plain"));
        asking.put(ProblemType.TOO_MANY_REQUESTS, this::tooMany);
        asking.put(ProblemType.NOT_YET_CONTAINED, () -> dashboard.get(leaderboard, "Hub-Read-After", later()));
        asking.keySet().forEach(type -> {
            Reply reply = Objects.requireNonNull(asking.get(type)).get();
            assertThat(reply.status()).as("%s", reply).isEqualTo(type.status());
            assertThat(reply.header("Content-Type")).contains("application/problem+json");
            assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(conformity.complaints(document.at("/components/schemas/Problem"), reply.json()))
                    .as("%s", reply)
                    .isEmpty();
            JsonNode example = example(type);
            assertThat(reply.json().propertyNames()).as("%s", reply).isEqualTo(example.propertyNames());
            for (String same : List.of("type", "title", "status")) {
                assertThat(reply.json().path(same)).as("%s", reply).isEqualTo(example.path(same));
            }
            assertThat(reply.json().path("error").asString()).as("%s", reply).isNotBlank();
            assertThat(responses.of(type))
                    .allSatisfy(response -> assertThat(Responses.undeclared(
                                    response, reply.headers().map().keySet()))
                            .as("%s", reply)
                            .isEmpty());
        });
        Set<ProblemType> rest = EnumSet.allOf(ProblemType.class);
        rest.removeAll(asking.keySet());
        rest.removeAll(OF_RAW_BYTES);
        assertThat(rest).as("problems that nobody provokes").isEqualTo(OF_WHAT_IS_BROKEN);
    }

    private JsonNode example(ProblemType type) {
        return document.at("/components/examples")
                .valueStream()
                .map(example -> example.path("value"))
                .filter(value -> value.path("type").asString("").equals(type.uri()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no example of " + type));
    }

    private Reply tooMany() {
        Reply reply = dashboard.withKey(GREEDY.text()).get("/api/dashboard/server-time");
        for (int i = 0; i < RATE && reply.status() == 200; i++) {
            reply = dashboard.withKey(GREEDY.text()).get("/api/dashboard/server-time");
        }
        return reply;
    }

    /** The wish is still in the store: its run takes longer than asking again. */
    private Reply keyUsed() {
        String runs = "/api/ops/jobs/cache-warmup/runs?idempotency_key=document&date=";
        assertThat(dashboard.post(runs + TODAY).status()).isEqualTo(200);
        return dashboard.post(runs + TODAY.minusDays(1));
    }

    /** A position of this history that nothing has reached yet. */
    private String later() {
        String position = dashboard.leaderboard(TODAY).header("Hub-Position").orElseThrow();
        return position.substring(position.indexOf(':') + 1).replaceFirst("-\\d+$", "-999999999");
    }

    /** All but the last one, which {@link StreamShutdownIT} provokes. */
    @Test
    void theEventsOfAStreamFitTheDocument() throws IOException, InterruptedException {
        HttpResponse<InputStream> stream;
        try (HttpClient http = HttpClient.newHttpClient()) {
            stream = http.send(
                    HttpRequest.newBuilder(hub.api()
                                    .resolve("/api/dashboard/stream?views=leaderboard,employee-today&id=99999"))
                            .header("X-API-Key", READER.text())
                            .header("Last-Event-ID", "nonsense")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                for (String event : List.of("ResyncEvent", "ViewEvent", "ProblemEvent", "ProgressEvent")) {
                    if (event.equals("ProgressEvent")) {
                        db.activity(Activity.qcPassed(1).by(SOMEBODY).from("2026-01-12T18:00:00Z"));
                    }
                    JsonNode data = data(lines, event);
                    assertThat(conformity.complaints(document.at("/components/schemas/" + event), data))
                            .as("%s", data)
                            .isEmpty();
                }
            }
            http.shutdownNow();
        }
    }

    private static JsonNode data(BufferedReader lines, String schema) throws IOException {
        String line = Objects.requireNonNull(lines.readLine());
        while (!line.startsWith("event: ")) {
            line = Objects.requireNonNull(lines.readLine());
        }
        assertThat(line.substring("event: ".length()) + "event").isEqualToIgnoringCase(schema);
        while (!line.startsWith("data: ")) {
            line = Objects.requireNonNull(lines.readLine());
        }
        return JsonMapper.shared().readTree(line.substring("data: ".length()));
    }
}
