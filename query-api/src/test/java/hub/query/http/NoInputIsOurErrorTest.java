package hub.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.Horizon;
import hub.projections.view.ScoreMode;
import hub.query.FakeStore;
import hub.query.ManualClock;
import hub.query.batch.BatchRoute;
import hub.query.boards.LiveBoards;
import hub.query.dashboard.DashboardViews;
import hub.query.dashboard.ServerTimeRoute;
import hub.query.hot.HotViews;
import hub.query.readafter.ReadAfter;
import hub.query.security.NewApiKey;
import hub.query.security.Scope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Random requests, half of what is in them sensible, to every view, the batch and what is no route: none is our fault. */
class NoInputIsOurErrorTest {

    private static final int REQUESTS = 4_000;
    private static final NewApiKey ALL = NewApiKey.generate("all", EnumSet.allOf(Scope.class), new SecureRandom());
    private static final NewApiKey SOME = NewApiKey.generate("some", EnumSet.of(Scope.READ), new SecureRandom());
    private static final List<String> TEXTS = List.of(
            "2026-01-15",
            "2026-01-01",
            "2025-10-01",
            "1999-12-31",
            "2026-02-30",
            "1",
            "10",
            "7",
            "0",
            "-1",
            "9223372036854775807",
            "9223372036854775808",
            "1e3",
            "",
            " ",
            "full",
            "allocated",
            "null",
            "undefined",
            "'; DROP TABLE employees; --",
            "<script>alert(1)</script>",
            "../../../etc/passwd",
            "%00",
            "\u0000",
            "\r\nSet-Cookie: x=y",
            "٢٠٢٦-٠١-١٥",
            "\uD83D",
            "🎯".repeat(50),
            "x".repeat(3_000),
            "${jndi:ldap://x}",
            "#{T(java.lang.Runtime)}");
    private static final List<String> HEADERS = List.of(
            "If-None-Match",
            "Hub-Read-After",
            "Prefer",
            "Accept-Encoding",
            "Origin",
            "X-Request-Id",
            "Content-Type",
            "Last-Event-ID",
            "Access-Control-Request-Method");
    private static final List<String> HEADER_TEXTS = List.of(
            "*",
            "\"x\"",
            "W/\"x\", \"",
            "wait=10",
            "wait=99999999999999999999",
            "wait=",
            "gzip",
            "gzip;q=",
            "application/json",
            "application/json; charset=\"",
            ";",
            "binlog.000001:4",
            "binlog.000001:99999999999999999999",
            "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5",
            "3e11fa47-71ca-11e1-9e33-c80aa9429562:" + "1-2:".repeat(200) + "9",
            "0-1-5",
            "none",
            "https://dashboard.example");

    private final ManualClock clock = new ManualClock("2026-01-15T15:00:00Z");
    private final FakeStore store = new FakeStore(
            clock,
            new Horizon(LocalDate.parse("2025-12-01"), LocalDate.MIN),
            (branch, n) -> new hub.projections.store.SourcePosition.BinlogFile("binlog.000001", n * 100));
    private final LiveBoards live = new LiveBoards(store, clock, Duration.ofSeconds(5));
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final HotViews views = new HotViews(live, clock, 100, time);
    private final List<ViewRoute<?>> served = DashboardViews.of(ScoreMode.LIVE, 3_000);
    private final Api api = api();

    private Api api() {
        Gate gate = TestServer.gate(List.of(ALL, SOME), 1_000_000, List.of("https://dashboard.example"), clock);
        Problems problems = new Problems(List::of);
        Freshness freshness = new ReadAfter(live, time);
        ViewRoutes routes = new ViewRoutes(served, views::ask, freshness);
        List<Route> all = new ArrayList<>(routes.routes());
        all.addAll(new BatchRoute(routes, views::ask, freshness, gate, problems, clock).routes());
        all.add(ServerTimeRoute.of(clock));
        return new Api(all, gate, problems, new RouteMetrics(new SimpleMeterRegistry()), clock);
    }

    @AfterEach
    void close() {
        live.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noRequestIsAnsweredWithAnErrorOfOurs(long seed) {
        live.listen(views::heard);
        store.resubscribed();
        live.pulse().block();
        Random random = new Random(seed);
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            FakeRequest request = request(random);
            CompletableFuture<@Nullable Reply> future = api.answer(request).toFuture();
            if (!future.isDone()) {
                time.advanceTimeBy(Duration.ofSeconds(11));
            }
            assertThat(future).as("seed %d, request %d: %s", seed, i, request).isCompleted();
            Reply reply = Objects.requireNonNull(future.join());
            String body = reply.body() instanceof Reply.Body.Bytes(byte[] bytes)
                    ? new String(bytes, StandardCharsets.UTF_8)
                    : "";
            boolean ours = reply.status().code() >= 500 && !body.contains("/problems/not-yet-contained");
            assertThat(ours)
                    .as("seed %d, request %d: %s was answered %s %s", seed, i, request, reply.status(), body)
                    .isFalse();
            assertThat(body).doesNotContain("Exception", "hub.query", "hub.projections", "SELECT ");
            statuses.merge(reply.status().code(), 1, Integer::sum);
        }
        assertThat(statuses.keySet()).as("%s", statuses).contains(200, 400, 401, 403, 404, 405);
    }

    private FakeRequest request(Random random) {
        boolean batch = random.nextInt(4) == 0;
        String method = batch
                ? "POST"
                : one(List.of("GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "OPTIONS", "get"), random);
        FakeRequest request = FakeRequest.of(method, batch ? "/api/dashboard/batch" : uri(random));
        if (random.nextInt(20) != 0) {
            request = request.with("X-API-Key", random.nextBoolean() ? ALL.key() : SOME.key());
        }
        if (batch && random.nextInt(10) != 0) {
            request = request.with("Content-Type", "application/json").body(body(random));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            request = request.with(one(HEADERS, random), one(random.nextBoolean() ? HEADER_TEXTS : TEXTS, random));
        }
        return request;
    }

    private String uri(Random random) {
        ViewRoute<?> view = one(served, random);
        String path = view.path().text();
        for (String name : view.path().names()) {
            path = path.replace("{" + name + "}", random.nextBoolean() ? "1" : encoded(one(TEXTS, random), random));
        }
        if (random.nextInt(30) == 0) {
            path = path + one(List.of("/", "//", "/x", ";x=y", "%2e%2e", "%"), random);
        }
        List<String> query = new ArrayList<>();
        for (Parameter<?> parameter : view.parameters()) {
            for (int i = random.nextInt(12) == 0 ? 2 : random.nextInt(2); i > 0; i--) {
                query.add(parameter.name() + "=" + value(parameter, random));
            }
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static String value(Parameter<?> parameter, Random random) {
        return random.nextBoolean() ? parameter.example() : encoded(one(TEXTS, random), random);
    }

    private static String encoded(String text, Random random) {
        return random.nextInt(4) == 0
                ? text.replace("?", "").replace("/", "")
                : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String body(Random random) {
        List<String> items = new ArrayList<>();
        for (int i = random.nextInt(random.nextInt(10) == 0 ? 30 : 5); i >= 0; i--) {
            items.add(item(random));
        }
        String body = "{\"items\":[" + String.join(",", items) + "]}";
        return switch (random.nextInt(10)) {
            case 0 -> body.substring(0, random.nextInt(body.length()));
            case 1 -> body.replace(one(List.of("{", "\"", ":", "view"), random), one(TEXTS, random));
            default -> body;
        };
    }

    private String item(Random random) {
        ViewRoute<?> view = one(served, random);
        List<String> parameters = new ArrayList<>();
        for (Parameter<?> parameter : view.parameters()) {
            String text = random.nextBoolean() ? parameter.example() : one(TEXTS, random);
            parameters.add("\"" + parameter.name() + "\":"
                    + (random.nextInt(8) == 0 ? one(List.of("1", "null", "[]", "1.5", "true"), random) : quoted(text)));
        }
        String name = random.nextInt(8) == 0 ? one(TEXTS, random) : view.name();
        return "{\"view\":" + quoted(name) + ",\"parameters\":{" + String.join(",", parameters) + "}}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
