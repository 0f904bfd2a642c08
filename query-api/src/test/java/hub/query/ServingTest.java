package hub.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.query.boards.BoardSource;
import hub.query.security.FakeTickets;
import hub.query.security.NewApiKey;
import hub.query.security.Scope;
import hub.query.security.TicketStore;
import hub.redis.HubRedisConfiguration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The whole query role on a real Netty, over a store in memory. */
@ExtendWith(OutputCaptureExtension.class)
class ServingTest {

    private static final NewApiKey KEY = NewApiKey.generate("test", Set.of(Scope.READ, Scope.OPS), new SecureRandom());
    private static final HttpClient HTTP = HttpClient.newHttpClient();

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
        TicketStore inMemoryTickets() {
            return new FakeTickets();
        }

        @Bean
        @Primary
        BoardSource inMemory(Clock clock) {
            return new FakeStore(clock);
        }
    }

    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() {
        context = run("--hub.api.keys=" + KEY.config());
    }

    private static ConfigurableApplicationContext run(String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "--server.port=0";
        args[1] = "--management.server.port=0";
        System.arraycopy(more, 0, args, 2, more.length);
        SpringApplication app = new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.REACTIVE)
                .build();
        app.setRegisterShutdownHook(false);
        return app.run(args);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static HttpResponse<String> get(String port, String path, String key) throws Exception {
        int number = context.getEnvironment().getRequiredProperty(port, Integer.class);
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + number + path))
                        .header("X-API-Key", key)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> api(String path, String key) throws Exception {
        return get("local.server.port", path, key);
    }

    private static HttpResponse<String> management(String path) throws Exception {
        return get("local.management.port", path, "none");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/dashboard/leaderboard, []",
        "/api/dashboard/departments/stats, department_name",
        "/api/dashboard/analytics/hourly-heatmap, 17:00"
    })
    void dashboardsAreServed(String path, String contained) throws Exception {
        HttpResponse<String> response = api(path, KEY.key());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).contains(contained);
        assertThat(response.headers().firstValue("Hub-Position")).hasValue("binlog:a:1");
        assertThat(response.headers().firstValue("Hub-State")).hasValue("live");
    }

    @Test
    void thePipelineIsServed() throws Exception {
        assertThat(api("/api/ops/pipeline", KEY.key()).body()).contains("\"generation\":1");
    }

    @Test
    void withoutAKeyThereIsNothing() throws Exception {
        assertThat(api("/api/dashboard/leaderboard", "x").statusCode()).isEqualTo(401);
        assertThat(api("/actuator/health", "x").statusCode()).isEqualTo(404);
        assertThat(api("/actuator/prometheus", KEY.key()).statusCode()).isEqualTo(404);
    }

    @Test
    void unreadableRequestsAreRefusedWithoutInsides() throws Exception {
        assertThat(api("/api/dashboard/leaderboard?date=%C3%28", KEY.key()).statusCode())
                .isEqualTo(400);
        assertThat(api("/api/dashboard/leaderboard?x=" + "y".repeat(9_000), KEY.key())
                        .statusCode())
                .isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/health/projections",
                "/actuator/info",
                "/actuator/prometheus"
            })
    void operatorsEndpointsStandOnTheirOwnPort(String path) throws Exception {
        HttpResponse<String> response = management(path);
        assertThat(response.statusCode()).as(response.body()).isIn(200, 503);
        assertThat(response.body()).doesNotContain("details");
    }

    @Test
    void healthTellsOfThePipelineAndTheBoards() throws Exception {
        assertThat(management("/actuator/health/liveness").body()).contains("\"UP\"");
        assertThat(management("/actuator/health/readiness").body()).contains("\"UP\"");
        assertThat(management("/actuator/health/projections").body()).contains("\"UP\"");
        assertThat(management("/actuator/health/cdc").body())
                .as("no pipeline is alive")
                .contains("\"DOWN\"");
    }

    @Test
    void answersAreMeasured() throws Exception {
        api("/api/dashboard/leaderboard", KEY.key());
        assertThat(management("/actuator/prometheus").body())
                .contains("hub_api_answers_seconds_count{", "route=\"leaderboard\"")
                .contains(
                        "hub_stream_clients 0",
                        "hub_stream_channels 0",
                        "hub_stream_dropped_total",
                        "hub_stream_cut_total")
                .doesNotContain("http_server_requests");
    }

    /** A binder that is a bean is bound by Boot; bound once more, its gauges would be refused with a warning. */
    @Test
    void everyGaugeIsRegisteredOnce(CapturedOutput output) throws Exception {
        assertThat(management("/actuator/prometheus").body()).contains("hub_parked{board=\"leaderboard\"} 0");
        assertThat(output).contains("Netty started").doesNotContain("has been already registered");
    }

    @Test
    void theMetricsThatTheReadmeNamesAreThere() throws Exception {
        api("/api/dashboard/leaderboard", KEY.key());
        String metrics = management("/actuator/prometheus").body();
        String readme = Files.readString(Path.of("../README.md"));
        List<String> named = Pattern.compile("(?m)^\\| `(hub_[a-z_]+)`(?:, `(hub_[a-z_]+)`)?")
                .matcher(readme)
                .results()
                .flatMap(row -> Stream.of(row.group(1), row.group(2)))
                .filter(Objects::nonNull)
                .toList();
        assertThat(named).contains("hub_api_answers_seconds", "hub_cache_asked_total", "hub_ladder_running");
        assertThat(named).allSatisfy(name -> assertThat(metrics).contains("# TYPE " + name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env",
                "configprops",
                "beans",
                "heapdump",
                "threaddump",
                "loggers",
                "shutdown",
                "mappings",
                "metrics",
                "conditions",
                "caches",
                "scheduledtasks",
                "circuitbreakers",
                "httpexchanges",
                "startup",
                "flyway"
            })
    void nothingElseIsExposed(String endpoint) throws Exception {
        assertThat(management("/actuator/" + endpoint).statusCode()).isEqualTo(404);
        assertThat(api("/actuator/" + endpoint, KEY.key()).statusCode()).isEqualTo(404);
    }

    @Test
    void theApiIsNotServedOnTheOperatorsPort() throws Exception {
        assertThat(management("/api/dashboard/leaderboard").statusCode()).isEqualTo(404);
    }

    @Test
    void aKnownKeyDoesNotStart() {
        assertThatThrownBy(() -> run("--hub.api.keys=x:" + "0".repeat(64) + ":read"))
                .rootCause()
                .hasMessageContaining("known or example key");
    }
}
