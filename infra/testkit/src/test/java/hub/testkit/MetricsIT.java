package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Prometheus;
import hub.testkit.servers.Servers;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What the operators' port counts is what was asked. Streams are counted by {@link ConnectionsIT}. */
class MetricsIT extends HubContract {

    private static final String PATH = "/api/dashboard/departments/stats?date=2026-01-15";
    private static final String COUNT = "hub_api_answers_seconds_count";

    private Prometheus before = new Prometheus("");
    private Prometheus after = new Prometheus("");

    MetricsIT() {
        super("metrics", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    @Override
    Servers servers() {
        return Servers.embedded();
    }

    @Override
    void prepare() {
        db.roles();
        db.employees(1);
    }

    private void since(Runnable traffic) {
        before = Prometheus.of(management());
        traffic.run();
        after = Prometheus.of(management());
    }

    private double more(String name, String... tags) {
        return after.sum(name, tags) - before.sum(name, tags);
    }

    @Test
    void everyAnswerIsCountedByRouteRungAndStatus() {
        service.leaderboard(LocalDate.parse("2026-01-15"));
        String etag = dashboard.get(PATH).header("ETag").orElseThrow();
        since(() -> {
            for (int i = 0; i < 5; i++) {
                assertThat(dashboard.get(PATH).status()).isEqualTo(200);
                assertThat(dashboard.get(PATH, "If-None-Match", etag).status()).isEqualTo(304);
            }
            assertThat(dashboard.get(PATH + "x").status()).isEqualTo(400);
            assertThat(dashboard.withKey(null).get(PATH).status()).isEqualTo(401);
            assertThat(dashboard.get("/api/nothing").status()).isEqualTo(404);
            assertThat(dashboard
                            .postJson("/api/dashboard/batch", "{\"items\":[{\"view\":\"departments\"}]}")
                            .status())
                    .isEqualTo(200);
        });

        String departments = "route=\"departments\"";
        assertThat(more(COUNT, departments, "status=\"200\"")).isEqualTo(5);
        assertThat(more(COUNT, departments, "status=\"304\"")).isEqualTo(5);
        assertThat(more(COUNT, departments, "status=\"400\"", "source=\"none\""))
                .isEqualTo(1);
        assertThat(more(COUNT, departments, "source=\"memory\"") + more(COUNT, departments, "source=\"redis\""))
                .as("by the rungs")
                .isEqualTo(10);
        assertThat(more(COUNT, departments, "source=\"mysql\"")).isZero();
        assertThat(more(COUNT, "route=\"none\"", "status=\"401\"")).isEqualTo(1);
        assertThat(more(COUNT, "route=\"none\"", "status=\"404\"")).isEqualTo(1);
        assertThat(more(COUNT, "route=\"batch\"", "status=\"200\"")).isEqualTo(1);

        String bucket = "hub_api_answers_seconds_bucket";
        assertThat(more(bucket, departments, "le=\"+Inf\"")).isEqualTo(11);
        double earlier = 0;
        for (String le : new String[] {"0.001", "0.002", "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "1.0"}) {
            assertThat(after.text()).contains("le=\"" + le + "\"");
            double upTo = more(bucket, departments, "le=\"" + le + "\"");
            assertThat(upTo).as("up to %s s", le).isBetween(earlier, 11.0);
            earlier = upTo;
        }
        assertThat(more("hub_api_answers_seconds_sum", departments)).isPositive();
    }

    @Test
    void hitsAndMissesAreCountedByView() {
        service.leaderboard(LocalDate.parse("2026-01-15"));
        since(() -> {
            for (int i = 0; i < 20; i++) {
                assertThat(dashboard
                                .get("/api/dashboard/departments/stats?date=2026-01-03")
                                .status())
                        .isEqualTo(200);
            }
        });
        String view = "view=\"departments\"";
        String asked = "hub_cache_asked_total";
        assertThat(more(asked, view)).isEqualTo(20);
        assertThat(more(asked, view, "outcome=\"miss\""))
                .as("nobody had asked for that day")
                .isPositive();
        assertThat(more(asked, view, "outcome=\"hit\"")).isPositive();
        assertThat(after.sum("hub_cache_hit_ratio"))
                .isCloseTo(
                        (after.sum(asked, "outcome=\"hit\"") + after.sum(asked, "outcome=\"grace\""))
                                / after.sum(asked),
                        within(0.001));
        assertThat(after.sum("hub_cache_views")).isPositive();
        assertThat(after.sum("hub_ladder_closed", "rung=\"redis\"")).isEqualTo(1);
    }
}
