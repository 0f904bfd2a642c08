package hub.query.batch;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.Horizon;
import hub.projections.view.ScoreMode;
import hub.query.FakeStore;
import hub.query.FakeView;
import hub.query.ManualClock;
import hub.query.boards.LiveBoards;
import hub.query.dashboard.DashboardViews;
import hub.query.hot.HotViews;
import hub.query.http.Api;
import hub.query.http.FakeRequest;
import hub.query.http.Freshness;
import hub.query.http.Gate;
import hub.query.http.Problems;
import hub.query.http.Reply;
import hub.query.http.RouteMetrics;
import hub.query.http.TestServer;
import hub.query.http.ViewRoutes;
import hub.query.security.NewApiKey;
import hub.query.security.Scope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** However many of the dashboard's own views are asked for at once, one call of the read script validates all of them. */
class OneLookTest {

    private static final NewApiKey KEY = NewApiKey.generate("all", EnumSet.allOf(Scope.class), new SecureRandom());
    private static final List<String> TWENTY = List.of(
            "leaderboard",
            "departments",
            "heatmap",
            "hourly",
            "team-metrics",
            "streak-leaders",
            "department-battle",
            "achievements",
            "alerts",
            "clock-times",
            "recent",
            "bottleneck",
            "achievement-ticker",
            "leaderboard-live",
            "working-today",
            "working-now",
            "employees",
            "archived",
            "payrates",
            "cost-analysis");
    private static final String BATCH =
            TWENTY.stream().map("{\"view\":\"%s\"}"::formatted).collect(Collectors.joining(",", "{\"items\":[", "]}"));

    private final ManualClock clock = new ManualClock("2026-01-15T15:00:00Z");
    private final FakeStore store = new FakeStore(clock, new Horizon(LocalDate.parse("2025-10-01"), LocalDate.MIN));
    private final LiveBoards live = new LiveBoards(store, clock, Duration.ofSeconds(5));
    private final HotViews views = new HotViews(live, clock, 100, VirtualTimeScheduler.create());
    private final Api api = api();

    private Api api() {
        Gate gate = TestServer.gate(List.of(KEY), 1_000, List.of(), clock);
        ViewRoutes routes = new ViewRoutes(DashboardViews.of(ScoreMode.LIVE, 3000), views::ask, Freshness.ANY);
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

    /** Nothing is held; how far back the days go has been announced. */
    @BeforeEach
    void start() {
        live.listen(views::heard);
        store.resubscribed();
        live.pulse().block();
        store.commit(1, FakeView.day("2026-01-15"));
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void ofTwentyItems() {
        JsonNode items = json(FakeRequest.of("POST", "/api/dashboard/batch")
                        .with("Content-Type", "application/json")
                        .body(BATCH))
                .path("items");
        assertThat(items.valueStream().map(item -> item.path("view").asString("")))
                .containsExactlyElementsOf(TWENTY);
        assertThat(items.valueStream().map(item -> item.path("status").asInt()))
                .as("%s", items)
                .containsOnly(200);
        assertThat(store.reads).isEqualTo(1);
    }

    @Test
    void ofASummary() {
        JsonNode parts = json(FakeRequest.of("GET", "/api/dashboard/summary"));
        assertThat(parts.propertyNames())
                .contains("leaderboard", "departments", "team_metrics", "hourly_heatmap", "alerts");
        assertThat(store.reads).isEqualTo(1);
    }

    private JsonNode json(FakeRequest request) {
        Reply reply = Objects.requireNonNull(
                api.answer(request.with("X-API-Key", KEY.key())).block());
        assertThat(reply.status().code()).isEqualTo(200);
        return JsonMapper.shared()
                .readTree(new String(((Reply.Body.Bytes) reply.body()).bytes(), StandardCharsets.UTF_8));
    }
}
