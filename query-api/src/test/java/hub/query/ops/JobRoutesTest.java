package hub.query.ops;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.store.StoreUnavailable;
import hub.query.ManualClock;
import hub.query.http.TestServer;
import hub.query.security.NewApiKey;
import hub.query.security.Scope;
import hub.redis.JobWish;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;

class JobRoutesTest {

    private static final String REPORT = """
            {"at":"2026-01-16T00:06:00Z","warnings":[],"jobs":[
             {"name":"check-idle","mode":"on","first_date":"2026-01-15","last_date":"2026-01-15"},
             {"name":"close-day","mode":"off"},
             {"name":"finalize-daily","mode":"on","first_date":null,"last_date":"2026-01-15","runs":[
              {"key":"manual used 2026-01-14","date":"2026-01-14"}]},
             {"name":"restate-days","mode":"shadow"}]}
            """;
    private static final NewApiKey OPERATOR = NewApiKey.generate("operator", Set.of(Scope.OPS), new SecureRandom());
    private static final NewApiKey READER = NewApiKey.generate("reader", Set.of(Scope.READ), new SecureRandom());

    private final FakeReports reports = new FakeReports();
    private final ManualClock clock = new ManualClock("2026-01-16T03:00:00Z"); // still the 15th in Chicago
    private final DisposableServer server = TestServer.of(
            new JobRoutes(reports, clock).routes(),
            List.of(OPERATOR, READER),
            List::of,
            new SimpleMeterRegistry(),
            clock);
    private final WebTestClient client = TestServer.client(server);

    private static final class FakeReports implements JobReports {
        @Nullable
        String report = REPORT;

        boolean away;
        final Map<String, JobWish> wishes = new LinkedHashMap<>();

        @Override
        public Mono<Report> report() {
            return away
                    ? Mono.error(new StoreUnavailable("read", new IllegalStateException("away")))
                    : Mono.justOrEmpty(report).map(Report::new);
        }

        @Override
        public Mono<JobWish> ask(JobWish wish) {
            return Mono.fromSupplier(() -> {
                JobWish first = wishes.putIfAbsent(wish.name(), wish);
                return first == null ? wish : first;
            });
        }
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void whatTheSchedulerTellsIsPassedOn() {
        client.get()
                .uri("/api/ops/jobs")
                .header("X-API-Key", OPERATOR.key())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo(REPORT);
    }

    @Test
    void theSameKeySaidManyTimesIsOneWish() {
        for (int i = 0; i < 20; i++) {
            run("finalize-daily", "2026-01-10", "again")
                    .expectStatus()
                    .isEqualTo(200)
                    .expectBody(String.class)
                    .isEqualTo("{\"job\":\"finalize-daily\",\"date\":\"2026-01-10\",\"idempotency_key\":\"again\","
                            + "\"run_key\":\"manual again 2026-01-10\"}");
        }
        assertThat(reports.wishes)
                .isEqualTo(Map.of(
                        "finalize-daily again",
                        new JobWish(
                                "finalize-daily",
                                "again",
                                LocalDate.parse("2026-01-10"),
                                Instant.parse("2026-01-16T03:00:00Z"),
                                "operator")));
    }

    @ParameterizedTest
    @CsvSource({
        "check-idle, 2026-01-14, 2026-01-15 alone",
        "check-idle, 2026-01-16, 2026-01-15 alone",
        "finalize-daily, 2026-01-16, 2026-01-15 or an earlier day"
    })
    void aDateThatTheJobDoesNotTakeIsRefused(String job, String date, String allowed) {
        run(job, date, "k")
                .expectStatus()
                .isEqualTo(400)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-parameter")
                .jsonPath("$.parameter")
                .isEqualTo("date")
                .jsonPath("$.value")
                .isEqualTo(date)
                .jsonPath("$.allowed")
                .isEqualTo(allowed);
        assertThat(reports.wishes).isEmpty();
        run(job, "2026-01-15", "k").expectStatus().isOk();
    }

    /** Be the run over, or still asked for. */
    @Test
    void anotherDateUnderAUsedKeyIsRefused() {
        run("finalize-daily", "2026-01-13", "used")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/key-used")
                .jsonPath("$.day")
                .isEqualTo("2026-01-14");
        assertThat(reports.wishes).isEmpty();
        run("finalize-daily", "2026-01-14", "used").expectStatus().isOk();
        run("finalize-daily", "2026-01-13", "use").expectStatus().isOk();
        reports.wishes.clear();

        run("finalize-daily", "2026-01-13", "asked").expectStatus().isOk();
        run("finalize-daily", "2026-01-12", "asked").expectStatus().isEqualTo(409);
        run("check-idle", "2026-01-15", "asked").expectStatus().isOk();
    }

    @Test
    void theDayIsTodayUnlessSaidAndAShadowRunsAsOne() {
        run("restate-days", "", "k-1")
                .expectBody()
                .jsonPath("$.date")
                .isEqualTo("2026-01-15")
                .jsonPath("$.run_key")
                .isEqualTo("shadow manual k-1 2026-01-15");
    }

    @Test
    void whatCannotRunIsRefusedWithTheWayOut() {
        run("close-day", "", "k")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/job-off")
                .jsonPath("$.detail")
                .isEqualTo("The job is off; hub.jobs.close-day must be shadow or on for it to run");
        run("finalize-dayly", "", "k")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("There is no such job; the jobs are check-idle, close-day, finalize-daily, restate-days");
        run("finalize-daily", "2026-02-30", "k").expectStatus().isBadRequest();
        assertThat(reports.wishes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "ä", "../x", "0123456789012345678901234567890123456789012345678901234567890123456"})
    void anotherIdempotencyKeyIsRefused(String key) {
        run("finalize-daily", "", key)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo("idempotency_key");
        assertThat(reports.wishes).isEmpty();
    }

    @Test
    void withoutASchedulerNothingCanBeSaid() {
        reports.report = null;
        run("finalize-daily", "", "k").expectStatus().isEqualTo(503);
        client.get()
                .uri("/api/ops/jobs")
                .header("X-API-Key", OPERATOR.key())
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "10");
    }

    @Test
    void onlyOperatorsMayAskAndRun() {
        client.get()
                .uri("/api/ops/jobs")
                .header("X-API-Key", READER.key())
                .exchange()
                .expectStatus()
                .isForbidden();
        client.post()
                .uri("/api/ops/jobs/finalize-daily/runs?idempotency_key=k")
                .header("X-API-Key", READER.key())
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(reports.wishes).isEmpty();
    }

    @Test
    void aFailedOrMissedRunIsAWarningAndSilenceIsUnknown() {
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        reports.report = "{\"warnings\":[\"finalize-daily: the run due at 2026-01-16T00:00:00Z was missed\"]}";
        assertThat(health().getStatus()).isEqualTo(new Status("WARNING"));
        assertThat(health().getDetails())
                .containsEntry("jobs", List.of("finalize-daily: the run due at 2026-01-16T00:00:00Z was missed"));
        reports.report = null;
        assertThat(health().getStatus()).isEqualTo(Status.UNKNOWN);
        reports.away = true;
        assertThat(health().getStatus()).isEqualTo(Status.UNKNOWN);
    }

    private Health health() {
        return java.util.Objects.requireNonNull(JobHealth.of(reports).block());
    }

    private WebTestClient.ResponseSpec run(String job, String date, String key) {
        return client.post()
                .uri(uri -> uri.path("/api/ops/jobs/" + job + "/runs")
                        .queryParam("idempotency_key", "{key}")
                        .queryParamIfPresent("date", java.util.Optional.of(date).filter(d -> !d.isEmpty()))
                        .build(key))
                .header("X-API-Key", OPERATOR.key())
                .exchange();
    }
}
