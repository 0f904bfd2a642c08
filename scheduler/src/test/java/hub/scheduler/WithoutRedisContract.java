package hub.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import hub.embedded.EmbeddedRedis;
import hub.mysql.MysqlSettings;
import hub.scheduler.run.Jobs;
import hub.scheduler.run.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole role, twice, as two processes would run it; Redis goes away before 18:00 and does not come back. */
abstract class WithoutRedisContract {

    private static final Duration WITHIN = Duration.ofSeconds(60);

    abstract TestServers servers();

    @Test
    void theDayIsSealedOnceByMysqlAlone() {
        MysqlSettings schema = servers().freshWarehouse();
        Stock stock = Stock.with(schema, 2);
        stock.window(1, 2, 100, Instant.parse("2026-01-15T20:00:00Z"), Instant.parse("2026-01-15T20:10:00Z"));
        SettableClock clock = new SettableClock(Instant.parse("2026-01-15T23:50:00Z"));
        Map<String, Object> settings = Map.of("hub.jobs.finalize-daily", "on", "hub.finalize.settle", "2m");
        EmbeddedRedis redis = EmbeddedRedis.start();
        try (var one = RoleContext.start(
                        schema, redis.host(), redis.port(), new RecordingControlPlane(), clock, settings);
                var other = RoleContext.start(
                        schema, redis.host(), redis.port(), new RecordingControlPlane(), clock, settings)) {
            Eventually.await(WITHIN, () -> ledger(stock, "begun").size() == 1);
            redis.close();

            clock.set(Instant.parse("2026-01-16T00:01:59Z"));
            one.getBean(Jobs.class).tick();
            other.getBean(Jobs.class).tick();
            clock.set(Instant.parse("2026-01-16T00:02:00Z"));
            Eventually.await(WITHIN, () -> !ledger(stock, "succeeded").isEmpty());
            one.getBean(Jobs.class).tick();
            other.getBean(Jobs.class).tick();
        }

        assertThat(stock.rows("SELECT run_key, attempt, outcome, started_at FROM hub_job_runs"
                        + " WHERE job = 'finalize-daily' AND outcome <> 'begun'"))
                .as("by one of the two, once the settling time was over")
                .containsExactly("2026-01-16T00:00:00Z 1 succeeded 2026-01-16 00:02:00");
        assertThat(stock.rows("SELECT version, kind, row_count, evaluated_at FROM hub_seals"))
                .containsExactly("1 provisional 1 2026-01-16 00:00:00");
        assertThat(stock.rows("SELECT employee_id, items_processed, points_earned, is_finalized FROM daily_scores"))
                .containsExactly("1 100 100.00 1");
        assertThat(stock.rows("SELECT s.position FROM hub_seals s JOIN hub_job_runs r ON r.position = s.position"
                        + " WHERE r.outcome = 'succeeded'"))
                .as("the position that was read, in seal and ledger")
                .singleElement()
                .asString()
                .matches("[0-9a-f-]{36}:[0-9-]+|\\d+-\\d+-\\d+");
    }

    private static List<String> ledger(Stock stock, String outcome) {
        return stock.rows("SELECT id FROM hub_job_runs WHERE job = 'finalize-daily' AND outcome = ?", outcome);
    }
}
