package hub.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.Horizon;
import hub.projections.operations.PipelineState;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Generation;
import hub.projections.store.Pointer;
import hub.projections.store.StoreUnavailable;
import hub.projections.time.CentralDay;
import hub.projections.view.DayQuery;
import hub.projections.view.View;
import hub.query.BrokenView;
import hub.query.FakeStore;
import hub.query.FakeView;
import hub.query.ManualClock;
import hub.query.boards.LiveBoards;
import hub.query.hot.HotViews;
import hub.query.ops.OpsRoutes;
import hub.query.security.NewApiKey;
import hub.query.security.Scope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.test.scheduler.VirtualTimeScheduler;

class ApiTest {

    private static final String LEADERBOARD = "/api/dashboard/leaderboard";
    private static final String BROKEN = "/api/dashboard/broken";
    private static final NewApiKey READER = NewApiKey.generate("reader", Set.of(Scope.READ), new SecureRandom());
    private static final NewApiKey OPERATOR = NewApiKey.generate("operator", Set.of(Scope.OPS), new SecureRandom());

    private final ManualClock clock = new ManualClock("2026-01-16T03:00:00Z"); // still the 15th in Chicago
    private final FakeStore store = new FakeStore(clock, new Horizon(LocalDate.parse("2026-01-02"), LocalDate.MIN));
    private final LiveBoards live = new LiveBoards(store, clock, Duration.ofSeconds(5));
    private final HotViews views = new HotViews(live, clock, 100, VirtualTimeScheduler.create());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DisposableServer server = serve();
    private final WebTestClient client = TestServer.client(server);

    private DisposableServer serve() {
        ViewRoutes dashboard = new ViewRoutes(
                List.of(day(new FakeView("leaderboard"), LEADERBOARD), day(new BrokenView(), BROKEN)),
                views::ask,
                Freshness.ANY);
        List<Route> routes = Stream.concat(dashboard.routes().stream(), OpsRoutes.of(live, clock).stream())
                .toList();
        return TestServer.of(
                routes, List.of(READER, OPERATOR), () -> live.vitals().pulse().statuses(), registry, clock);
    }

    private static ViewRoute<DayQuery> day(View<DayQuery, ?> view, String path) {
        Parameter<LocalDate> date = Parameter.day("date", "The day")
                .or("today", now -> CentralDay.of(now).date());
        return ViewRoute.of(view, path, Scope.READ, "A day", QueryShape.of(date, DayQuery::new));
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
        server.disposeNow();
    }

    private WebTestClient.ResponseSpec get(String path, String key) {
        return client.get().uri(path).header("X-API-Key", key).exchange();
    }

    @Test
    void answersWithBytesAndWhatIsTrueOfThem() {
        store.commit(5, FakeView.day("2026-01-15"));
        EntityExchangeResult<byte[]> result = get(LEADERBOARD, READER.key())
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/json")
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache")
                .expectHeader()
                .valueEquals("Vary", "accept-encoding", "origin")
                .expectHeader()
                .valueEquals("Hub-Position", "binlog:a:2")
                .expectHeader()
                .valueEquals("Hub-As-Of", "2026-01-16T03:00:00Z")
                .expectHeader()
                .valueEquals("Hub-Evaluated-At", "2026-01-16T03:00:00Z")
                .expectHeader()
                .valueEquals("Hub-Generation", "1")
                .expectHeader()
                .valueEquals("Hub-State", "live")
                .expectHeader()
                .valueEquals("Hub-Source", "redis")
                .expectBody()
                .jsonPath("$.the_number")
                .isEqualTo(5)
                .returnResult();
        assertThat(result.getResponseHeaders().getETag()).matches("\"[A-Za-z0-9_-]{24}\"");
    }

    @Test
    void todayIsTheCentralDayAndTheLegacysBoundsAreIgnored() {
        store.commit(5, FakeView.day("2026-01-15"));
        get(LEADERBOARD + "?utc_start=x&utc_end=y&anything=1", READER.key())
                .expectBody()
                .jsonPath("$.the_number")
                .isEqualTo(5);
        get(LEADERBOARD + "?date=2026-01-16", READER.key())
                .expectBody()
                .jsonPath("$.the_number")
                .isEqualTo(0);
    }

    @Test
    void whoHasTheBytesIsToldSo() {
        String etag = Objects.requireNonNull(get(LEADERBOARD, READER.key())
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag());
        for (String held : List.of(etag, "W/" + etag, "\"other\", " + etag, "*")) {
            client.get()
                    .uri(LEADERBOARD)
                    .header("X-API-Key", READER.key())
                    .header(HttpHeaders.IF_NONE_MATCH, held)
                    .exchange()
                    .expectStatus()
                    .isNotModified()
                    .expectHeader()
                    .valueEquals("Hub-Source", "memory")
                    .expectHeader()
                    .exists("Hub-Position")
                    .expectBody()
                    .isEmpty();
        }
        client.get()
                .uri(LEADERBOARD)
                .header("X-API-Key", READER.key())
                .header(HttpHeaders.IF_NONE_MATCH, "\"other\"")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-13-01",
                "2026-00-10",
                "9999-01-01",
                "1999-12-31",
                "2100-01-01",
                "2026-1-5",
                "2026-11-01T",
                "2026-11-01T00:00:00Z",
                " 2026-01-15",
                "20260115",
                "٢٠٢٦-٠١-١٥",
                "２０２６-01-15",
                "today",
                "-026-01-15",
                "+026-01-15",
                "",
                "2026-01-15\u0000",
                "null",
                "2026/01/15"
            })
    void badDatesAreRefusedByName(String date) {
        client.get()
                .uri(uri -> uri.path(LEADERBOARD).queryParam("date", "{date}").build(date))
                .header("X-API-Key", READER.key())
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(Problem.MEDIA_TYPE)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-parameter")
                .jsonPath("$.parameter")
                .isEqualTo("date")
                .jsonPath("$.value")
                .isEqualTo(date)
                .jsonPath("$.allowed")
                .isEqualTo(DateParameter.ALLOWED)
                .jsonPath("$.error")
                .exists();
    }

    @Test
    void aParameterGivenTwiceIsRefused() {
        get(LEADERBOARD + "?date=2026-01-15&date=2026-01-15", READER.key())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.value")
                .isEqualTo("given 2 times");
    }

    @Test
    void leapDaysAreDays() {
        store.commit(1, FakeView.day("2028-02-29"));
        get(LEADERBOARD + "?date=2028-02-29", READER.key()).expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dev-api-key-123", "hub_reader_wrong", "hub_nobody_wrong", "hub_reader"})
    void wrongKeysGetOneConstantAnswer(String key) {
        get(LEADERBOARD, key)
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(Problem.MEDIA_TYPE)
                .expectBody()
                .json("{\"type\":\"/problems/invalid-key\",\"title\":\"Invalid API key\",\"status\":401,"
                        + "\"error\":\"Invalid API key\"}");
    }

    @Test
    void noKeyOrAKeyInTheQueryIsNoKey() {
        client.get().uri(LEADERBOARD).exchange().expectStatus().isUnauthorized();
        client.get()
                .uri(LEADERBOARD + "?api_key=" + READER.key())
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void eachRouteWantsItsOwnScopeAndNoOther(Scope scope) {
        NewApiKey key = NewApiKey.generate("k", EnumSet.of(scope), new SecureRandom());
        Route route = Route.get("r", "/api/r", Scope.COST_READ, "", call -> Mono.just(Reply.json(new byte[] {'1'})));
        DisposableServer one = TestServer.of(List.of(route), List.of(key), List::of, registry, clock);
        TestServer.client(one)
                .get()
                .uri("/api/r")
                .header("X-API-Key", key.key())
                .exchange()
                .expectStatus()
                .isEqualTo(scope == Scope.COST_READ ? 200 : 403);
        one.disposeNow();
    }

    @Test
    void aKeyWithoutTheScopeIsToldWhichOne() {
        get(LEADERBOARD, OPERATOR.key())
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/scope-missing")
                .jsonPath("$.scope")
                .isEqualTo("read");
    }

    @Test
    void unknownPathsAndMethodsAreProblems() {
        get("/api/dashboard/nothing", READER.key())
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(Problem.MEDIA_TYPE);
        client.get().uri("/api/dashboard/nothing").exchange().expectStatus().isUnauthorized();
        client.method(HttpMethod.POST)
                .uri(LEADERBOARD)
                .header("X-API-Key", READER.key())
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .valueEquals("Allow", "GET, HEAD")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/method-not-allowed");
    }

    @Test
    void aDayThatIsNotHeldIsNotZeros() {
        get(LEADERBOARD + "?date=2026-01-01", READER.key())
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/day-not-held")
                .jsonPath("$.day")
                .isEqualTo("2026-01-01")
                .jsonPath("$.first_held")
                .isEqualTo("2026-01-02");
    }

    @Test
    void whileNothingIsLiveTheProgressIsTold() {
        store.pointer = Pointer.NONE;
        Instant now = clock.instant();
        store.statuses.add(new PipelineStatus(
                new Generation(1), PipelineState.FILLING, "i", "", now, 0, 0, 0, 500, 2_000, now.minusSeconds(10)));
        live.pulse().block();
        get(LEADERBOARD, READER.key())
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "30")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/filling")
                .jsonPath("$.progress.rows")
                .isEqualTo(500)
                .jsonPath("$.progress.of")
                .isEqualTo(2_000)
                .jsonPath("$.progress.rows_per_second")
                .isEqualTo(50)
                .jsonPath("$.progress.remaining_seconds")
                .isEqualTo(30);
    }

    @Test
    void aStoreThatIsAwayIsUnavailable() {
        store.failure = new StoreUnavailable("redis-7.internal:6379 refused", new IllegalStateException());
        String body = get(LEADERBOARD, READER.key())
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "1")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(body).contains("/problems/unavailable").doesNotContain("redis-7", "6379");
    }

    @Test
    void aDefectTellsAnIdAndNothingElse() {
        String body = get(BROKEN, READER.key())
                .expectStatus()
                .isEqualTo(500)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(body).contains("/requests/").doesNotContain("SELECT", "hub.", "Exception");
    }

    @Test
    void thePipelineIsReported() {
        store.commit(5, FakeView.day("2026-01-15"));
        Instant now = clock.instant();
        store.statuses.add(
                new PipelineStatus(new Generation(1), PipelineState.STREAMING, "i-1", "", now, 7, 3, 2, 0, 0, null));
        store.statuses.add(
                new PipelineStatus(new Generation(2), PipelineState.FILLING, "i-1", "", now, 0, 0, 0, 10, 0, now));
        get("/api/ops/pipeline", OPERATOR.key())
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .json("""
                        {"state":"streaming","answers":"live","generation":1,"previous":null,"sequence":2,
                         "position":"binlog:a:2","as_of":"2026-01-16T03:00:00Z","mid_transaction":false,
                         "lag":{"state":"caught-up","seconds":0.000,"why":null},
                         "counts":{"changes":7,"transactions":3,"commits":2},
                         "boards":{"numbers":{"sequence":2,"as_of":"2026-01-16T03:00:00Z"}},
                         "faults":{"damaged":null,"drift":[],"overflow":[]},
                         "pipelines":[
                          {"generation":1,"state":"streaming","instance":"i-1","cause":null,"fill":null},
                          {"generation":2,"state":"filling","fill":{"generation":2,"rows":10,"of":null,
                           "rows_per_second":null,"remaining_seconds":null}}],
                         "store_asked_at":"2026-01-16T03:00:00Z"}
                        """);
        get("/api/ops/pipeline", READER.key()).expectStatus().isForbidden();
    }

    @Test
    void answersAreCountedByRouteRungAndStatus() {
        get(LEADERBOARD, READER.key());
        get(LEADERBOARD, READER.key());
        get(LEADERBOARD, "wrong");
        assertThat(registry.get("hub.api.answers")
                        .tags("route", "leaderboard", "source", "redis", "status", "200")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("hub.api.answers")
                        .tags("route", "leaderboard", "source", "memory", "status", "200")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("hub.api.answers").tags("status", "401").timer().count())
                .isEqualTo(1);
    }
}
