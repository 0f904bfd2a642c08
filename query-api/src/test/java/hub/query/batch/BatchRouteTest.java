package hub.query.batch;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.Horizon;
import hub.projections.board.PartitionId;
import hub.projections.store.StoreUnavailable;
import hub.projections.view.DayQuery;
import hub.projections.view.View;
import hub.query.BrokenView;
import hub.query.FakeStore;
import hub.query.FakeView;
import hub.query.ManualClock;
import hub.query.boards.LiveBoards;
import hub.query.hot.HotViews;
import hub.query.http.Api;
import hub.query.http.FakeRequest;
import hub.query.http.Freshness;
import hub.query.http.Gate;
import hub.query.http.Parameter;
import hub.query.http.Problem;
import hub.query.http.ProblemType;
import hub.query.http.Problems;
import hub.query.http.QueryShape;
import hub.query.http.Reply;
import hub.query.http.RouteMetrics;
import hub.query.http.TestServer;
import hub.query.http.ViewRoute;
import hub.query.http.ViewRoutes;
import hub.query.security.NewApiKey;
import hub.query.security.Scope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BatchRouteTest {

    private static final int RATE = 100;
    private static final int TRANSFER = 7;
    private static final PartitionId ONE = FakeView.day("2026-01-15");
    private static final PartitionId OTHER = FakeView.day("2026-01-13");
    private static final NewApiKey READER = NewApiKey.generate("reader", Set.of(Scope.READ), new SecureRandom());
    private static final NewApiKey PAYROLL =
            NewApiKey.generate("payroll", Set.of(Scope.READ, Scope.COST_READ), new SecureRandom());

    private final ManualClock clock = new ManualClock("2026-01-15T15:00:00Z");
    private final FakeStore store = new FakeStore(clock, new Horizon(LocalDate.parse("2026-01-02"), LocalDate.MIN));
    private final LiveBoards live = new LiveBoards(store, clock, Duration.ofSeconds(5));
    private final HotViews views = new HotViews(live, clock, 100, VirtualTimeScheduler.create());
    private final FakeView numbers = new FakeView("numbers");
    private final Gate gate = TestServer.gate(List.of(READER, PAYROLL), RATE, List.of(), clock);
    private final Api api = api();

    private Api api() {
        ViewRoutes routes = new ViewRoutes(
                List.of(
                        day(numbers, Scope.READ),
                        day(new FakeView("pay"), Scope.COST_READ),
                        day(new BrokenView(), Scope.READ)),
                views::ask,
                Freshness.ANY);
        Problems problems = new Problems(List::of);
        BatchRoute batch = new BatchRoute(routes, views::ask, Freshness.ANY, gate, problems, clock);
        return new Api(
                Stream.of(routes, batch)
                        .flatMap(source -> source.routes().stream())
                        .toList(),
                gate,
                problems,
                new RouteMetrics(new SimpleMeterRegistry()),
                clock);
    }

    private static ViewRoute<DayQuery> day(View<DayQuery, ?> view, Scope scope) {
        return ViewRoute.of(
                view,
                "/api/dashboard/" + view.name(),
                scope,
                "A day",
                QueryShape.of(Parameter.day("date", "The day"), DayQuery::new));
    }

    @BeforeEach
    void start() {
        live.listen(views::heard);
        store.resubscribed();
        live.pulse().block();
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void itWeighsAsItsItems() {
        Item item = new Item.Refused("numbers", Problem.of(ProblemType.NOT_FOUND, null));
        assertThat(new BatchView(new Problems(List::of)).weight(new Batch(Collections.nCopies(20, item))))
                .isEqualTo(20);
    }

    private Reply post(NewApiKey key, String body) {
        FakeRequest request = FakeRequest.of("POST", "/api/dashboard/batch")
                .with("X-API-Key", key.key())
                .with("Content-Type", "application/json; charset=utf-8")
                .body(body);
        return Objects.requireNonNull(api.answer(request).block());
    }

    private static String items(String... items) {
        return "{\"items\":[" + String.join(",", items) + "]}";
    }

    private static String item(String view, String date) {
        return "{\"view\":\"" + view + "\",\"parameters\":{\"date\":\"" + date + "\"}}";
    }

    private static String text(Reply reply) {
        return new String(((Reply.Body.Bytes) reply.body()).bytes(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(Reply reply) {
        return JsonMapper.shared().readTree(text(reply));
    }

    @Test
    void eachItemIsAnsweredInItsOrderAtOnePosition() {
        store.commit(5, ONE);
        store.commit(3, OTHER);
        Reply reply = post(READER, items(item("numbers", "2026-01-13"), item("numbers", "2026-01-15")));
        assertThat(reply.status().code()).isEqualTo(200);
        assertThat(reply.headers().get("Hub-Position")).isEqualTo("binlog:a:3");
        assertThat(reply.headers().get("Hub-Evaluated-At")).isEqualTo("2026-01-15T15:00:00Z");
        assertThat(reply.headers().get("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.headers().contains("ETag")).isFalse();
        assertThat(text(reply))
                .isEqualTo("{\"items\":["
                        + "{\"view\":\"numbers\",\"status\":200,\"body\":"
                        + "{\"the_number\":3,\"per_cent\":250.00,\"no_name\":null,\"icon\":\"🎯\"}},"
                        + "{\"view\":\"numbers\",\"status\":200,\"body\":"
                        + "{\"the_number\":5,\"per_cent\":250.00,\"no_name\":null,\"icon\":\"🎯\"}}]}");
    }

    @Test
    void oneLookAtTheStoreValidatesAllItems() {
        post(READER, items(item("numbers", "2026-01-13"), item("numbers", "2026-01-15")));
        assertThat(store.reads).isEqualTo(2); // what to ask for is known only when the horizon is
        post(
                READER,
                items(item("numbers", "2026-01-14"), item("numbers", "2026-01-12"), item("numbers", "2026-01-11")));
        assertThat(store.reads).isEqualTo(3);
    }

    @Test
    void whatIsAskedForAgainIsReady() {
        String asked = items(item("numbers", "2026-01-13"), item("numbers", "2026-01-15"));
        post(READER, asked);
        int reads = store.reads;
        int renderings = numbers.renderings.get();
        assertThat(post(READER, asked).source()).isEqualTo("memory");
        assertThat(store.reads).isEqualTo(reads);
        assertThat(numbers.renderings).hasValue(renderings);
    }

    @Test
    void aBadItemNeverFailsTheOthers() {
        store.commit(5, ONE);
        Reply reply = post(
                READER,
                items(
                        item("numbers", "2026-01-15"),
                        item("nothing", "2026-01-15"),
                        item("numbers", "yesterday"),
                        "{\"view\":\"numbers\"}",
                        item("pay", "2026-01-15"),
                        item("numbers", "2026-01-01"),
                        item("broken", "2026-01-15")));
        assertThat(reply.status().code()).isEqualTo(200);
        JsonNode answers = json(reply).get("items");
        assertThat(answers.get(0).get("body").get("the_number").intValue()).isEqualTo(5);
        assertProblem(answers.get(1), "nothing", 404, "not-found", "there are: broken, numbers, pay");
        assertProblem(answers.get(2), "numbers", 400, "invalid-parameter", "\"yesterday\"");
        assertProblem(answers.get(3), "numbers", 400, "invalid-parameter", "\"date\"");
        assertProblem(answers.get(4), "pay", 403, "scope-missing", "cost:read");
        assertProblem(answers.get(5), "numbers", 404, "day-not-held", "2026-01-02");
        assertProblem(answers.get(6), "broken", 500, "internal", "Internal error");
        assertThat(text(reply)).doesNotContain("SELECT", "Exception", "hub.internal");
    }

    private static void assertProblem(JsonNode item, String view, int status, String type, String says) {
        assertThat(item.get("view").stringValue()).isEqualTo(view);
        assertThat(item.get("status").intValue()).isEqualTo(status);
        assertThat(item.has("body")).isFalse();
        assertThat(item.get("problem").get("type").stringValue()).isEqualTo("/problems/" + type);
        assertThat(item.get("problem").get("status").intValue()).isEqualTo(status);
        assertThat(item.get("problem").get("error").stringValue()).contains(says);
    }

    @Test
    void scopesAreCheckedPerItemAndPerKey() {
        String asked = items(item("pay", "2026-01-15"), item("numbers", "2026-01-15"));
        assertThat(statuses(post(PAYROLL, asked))).containsExactly(200, 200);
        assertThat(statuses(post(READER, asked))).containsExactly(403, 200);
        assertThat(statuses(post(PAYROLL, asked))).containsExactly(200, 200);
    }

    private static List<Integer> statuses(Reply reply) {
        return json(reply)
                .get("items")
                .valueStream()
                .map(item -> item.get("status").intValue())
                .toList();
    }

    /** Planted: a commit moves items from one day to the other just before each look at the store. */
    @Test
    void commitsBetweenThePartsNeverGiveMixedPositions() {
        store.commit(1_000, ONE);
        store.commit(1_000, OTHER);
        store.beforeRead = () -> {
            store.losing = store.reads % 2 == 0;
            store.transfer(TRANSFER, ONE, OTHER);
        };
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            Reply reply = post(
                    i % 2 == 0 ? READER : PAYROLL, items(item("numbers", "2026-01-15"), item("numbers", "2026-01-13")));
            if (reply.status().code() == 429) {
                break;
            }
            int total = Arrays.stream(new int[] {0, 1})
                    .map(which -> json(reply)
                            .get("items")
                            .get(which)
                            .get("body")
                            .get("the_number")
                            .intValue())
                    .sum();
            assertThat(total).as("%s", reply.headers()).isEqualTo(2_000);
            seen.add(text(reply));
            if (i % 3 == 0) {
                clock.advance(Duration.ofMillis(20));
                live.pulse().block();
                store.resubscribed();
            }
        }
        assertThat(seen).hasSizeGreaterThan(10);
    }

    /** The plant works: asked one by one, the same two days do not add up. */
    @Test
    void askedOneByOneTheSameCommitsMix() {
        store.commit(1_000, ONE);
        store.commit(1_000, OTHER);
        numbers(ONE);
        store.beforeRead = () -> store.transfer(TRANSFER, ONE, OTHER);
        assertThat(numbers(ONE) + numbers(OTHER)).isNotEqualTo(2_000);
    }

    private int numbers(PartitionId day) {
        FakeRequest request = FakeRequest.of(
                        "GET", "/api/dashboard/numbers?date=" + (day.equals(ONE) ? "2026-01-15" : "2026-01-13"))
                .with("X-API-Key", READER.key());
        return json(Objects.requireNonNull(api.answer(request).block()))
                .get("the_number")
                .intValue();
    }

    @Test
    void itCostsItsItems() {
        String twenty = items(
                Stream.generate(() -> item("numbers", "2026-01-15")).limit(20).toArray(String[]::new));
        for (int i = 0; i < RATE / 20; i++) {
            assertThat(post(READER, twenty).status().code()).isEqualTo(200);
        }
        assertThat(post(READER, items(item("numbers", "2026-01-15"))).status().code())
                .isEqualTo(429);
        assertThat(post(PAYROLL, twenty).status().code()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | must be a JSON object",
                "[] | must be a JSON object",
                "null | must be a JSON object",
                "{ | not JSON",
                "{\"items\":[]} x | not JSON",
                "{} | \"items\" must be a list",
                "{\"items\":{}} | \"items\" must be a list",
                "{\"items\":[]} | has 0 entries; allowed: 1 to 20",
                "{\"items\":[1]} | items[0] must be an object",
                "{\"items\":[{}]} | items[0].view must be the name of a view",
                "{\"items\":[{\"view\":1}]} | items[0].view must be the name of a view",
                "{\"items\":[{\"view\":\"numbers\",\"parameters\":[]}]} | items[0].parameters must be an object",
                "{\"items\":[{\"view\":\"numbers\",\"parameters\":{\"date\":null}}]} | items[0].parameters.date must be a text",
                "{\"items\":[{\"view\":\"numbers\",\"date\":\"2026-01-15\"}]} | items[0] has an unknown member \"date\"",
                "{\"items\":[{\"view\":\"a\",\"view\":\"b\"}]} | not JSON",
                "{\"items\":[[[[[[[[[[[1]]]]]]]]]]]} | not JSON"
            })
    void aBodyThatIsNoBatchIsRefusedByName(String body, String says) {
        Reply reply = post(READER, body);
        assertThat(reply.status().code()).isEqualTo(400);
        assertThat(json(reply).get("type").stringValue()).isEqualTo("/problems/invalid-body");
        assertThat(json(reply).get("error").stringValue()).contains(says, "a batch is written like");
    }

    @Test
    void moreThanTwentyItemsAreRefusedAsAWhole() {
        String many = items(
                Stream.generate(() -> item("numbers", "2026-01-15")).limit(21).toArray(String[]::new));
        Reply reply = post(READER, many);
        assertThat(reply.status().code()).isEqualTo(400);
        assertThat(text(reply)).contains("has 21 entries; allowed: 1 to 20");
    }

    @Test
    void anotherMediaTypeIsNotRead() {
        FakeRequest request = FakeRequest.of("POST", "/api/dashboard/batch")
                .with("X-API-Key", READER.key())
                .with("Content-Type", "text/plain")
                .body(items(item("numbers", "2026-01-15")));
        assertThat(Objects.requireNonNull(api.answer(request).block()).status().code())
                .isEqualTo(415);
    }

    @Test
    void withNoRungAtAllThereIsNoAnswerToBeSplit() {
        store.failure = new StoreUnavailable("away", new IllegalStateException());
        assertThat(post(READER, items(item("numbers", "2026-01-15"))).status().code())
                .isEqualTo(503);
    }
}
