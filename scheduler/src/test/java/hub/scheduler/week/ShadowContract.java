package hub.scheduler.week;

import static org.assertj.core.api.Assertions.assertThat;

import hub.scheduler.Eventually;
import hub.scheduler.Stock;
import hub.scheduler.TestLocks;
import hub.scheduler.TestServers;
import hub.scheduler.run.Effects;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobMeters;
import hub.scheduler.run.JobModes;
import hub.scheduler.run.Jobs;
import hub.scheduler.run.JobsDatabase;
import hub.scheduler.run.ManualRuns;
import hub.scheduler.run.Mode;
import hub.scheduler.run.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A scheduler all of whose jobs are shadows, beside somebody who writes: it names what is wrong, and writes nothing. */
abstract class ShadowContract {

    private static final LocalDate DAY = LocalDate.parse("2026-01-15");
    private static final Duration WITHIN = Duration.ofSeconds(60);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-15T20:00:01Z"));

    abstract TestServers servers();

    @Test
    void everyJobNamesTheDifferenceAndWritesNothing() {
        Stock stock = Stock.with(servers().freshWarehouse(), 3);
        Map<String, Job> jobs = Roster.of(stock.schema(), 1, clock, Duration.ZERO).stream()
                .collect(Collectors.toMap(job -> job.plan().name(), job -> job));
        stock.shift(1, at("14:00"), null);
        stock.window(1, 2, 100, at("14:00"), at("19:00"));
        stock.run("INSERT INTO daily_scores (employee_id, score_date, items_processed, points_earned, active_minutes,"
                + " clocked_minutes, efficiency_rate) VALUES (1, '2026-01-15', 99, 99, 300, 360, 0.83)");
        try (Jobs shadows = shadows(stock, jobs.values().stream().toList())) {
            shadows.tick();
            Eventually.await(WITHIN, () -> begun(stock).size() == jobs.size());

            assertThat(shadow(stock, shadows, "realtime-scores", "2026-01-15T20:10:01Z"))
                    .contains("employee 1 (items 99, should be 100; points 99.00, should be 100.00; ");
            stock.recorded("late", 2, 2, 5, Instant.parse("2026-01-13T15:00:00Z"), null, at("20:12"));
            assertThat(shadow(stock, shadows, "process-activities", "2026-01-15T20:20:01Z"))
                    .contains("employee 2 of 2026-01-13 (no row, should be 5 items, 5.00 points)");
            assertThat(shadow(stock, shadows, "check-idle", "2026-01-15T20:30:01Z"))
                    .contains("employee 1 since 2026-01-15T19:00:00Z (no alert, should be critical)");
            assertThat(shadow(stock, shadows, "parity-audit", "2026-01-15T20:40:01Z"))
                    .contains("are what MySQL says");

            assertThat(shadow(stock, shadows, "finalize-daily", "2026-01-16T00:05:01Z"))
                    .contains("employee 1 (items 99, should be 100;", "not final, should be");
            Effects.of(
                    Objects.requireNonNull(jobs.get("finalize-daily")),
                    at("23:59").plusSeconds(60),
                    stock,
                    Mode.ON);
            Effects.of(
                    Objects.requireNonNull(jobs.get("daily-report")),
                    Instant.parse("2026-01-16T00:30:00Z"),
                    stock,
                    Mode.ON);
            stock.run("UPDATE hub_reports SET csv = REPLACE(csv, 'total,,items,100', 'total,,items,98')");
            assertThat(shadow(stock, shadows, "daily-report", "2026-01-16T00:30:01Z"))
                    .contains("for cost version 1 is kept", "total items (98, should be 100)");
            assertThat(shadow(stock, shadows, "send-reports", "2026-01-16T00:35:01Z"))
                    .contains("2 letters to send");

            stock.run("UPDATE activity_logs SET items_count = 110 WHERE employee_id = 1");
            assertThat(shadow(stock, shadows, "close-day", "2026-01-16T06:10:01Z"))
                    .contains("employee 1 (items 100, should be 110;");
            Effects.of(
                    Objects.requireNonNull(jobs.get("close-day")),
                    Instant.parse("2026-01-16T06:10:00Z"),
                    stock,
                    Mode.ON);
            assertThat(shadow(stock, shadows, "closing-report", "2026-01-16T06:30:01Z"))
                    .contains("from seal version 2 (closing)", "version 1 is kept", "total items (98, should be 110)");
            assertThat(shadow(stock, shadows, "retention", "2026-01-16T09:30:01Z"))
                    .contains("wanted from 2026-01-13 on");
            stock.run("UPDATE activity_logs SET items_count = 120 WHERE employee_id = 1");
            assertThat(shadow(stock, shadows, "restate-days", "2026-01-16T10:30:01Z"))
                    .contains(DAY + ": ", "employee 1 (items 110, should be 120;");
            assertThat(shadow(stock, shadows, "cache-warmup", "2026-01-16T11:30:01Z"))
                    .contains("are what MySQL says");
        }
        assertThat(stock.rows("SELECT DISTINCT job FROM hub_job_runs WHERE outcome = 'succeeded'"))
                .as("each job was a shadow once")
                .containsExactlyInAnyOrderElementsOf(jobs.keySet());
    }

    /** What the ledger says of the job's run at that instant; whatever else runs then, no table but the ledger changes. */
    private String shadow(Stock stock, Jobs shadows, String job, String at) {
        Map<String, List<String>> before = contents(stock);
        Instant now = Instant.parse(at);
        clock.set(now);
        Eventually.await(WITHIN, () -> {
            shadows.tick();
            return !succeeded(stock, job, now).isEmpty()
                    && stock.rows("SELECT 1 FROM hub_job_runs WHERE outcome = 'running'")
                            .isEmpty();
        });
        assertThat(contents(stock)).as("after %s", job).isEqualTo(before);
        return succeeded(stock, job, now).getFirst();
    }

    private static List<String> succeeded(Stock stock, String job, Instant now) {
        return stock.rows(
                "SELECT summary FROM hub_job_runs WHERE job = ? AND outcome = 'succeeded' AND run_key LIKE 'shadow %'"
                        + " AND due_at > ? AND summary LIKE 'would change: %' ORDER BY due_at DESC",
                job, now.minus(Duration.ofMinutes(10)));
    }

    private static List<String> begun(Stock stock) {
        return stock.rows("SELECT job FROM hub_job_runs WHERE outcome = 'begun'");
    }

    private static Map<String, List<String>> contents(Stock stock) {
        Map<String, List<String>> contents = new TreeMap<>();
        for (String table : stock.rows("SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_name <> 'hub_job_runs'")) {
            contents.put(table, stock.rows("SELECT * FROM " + table));
        }
        assertThat(contents).containsKeys("daily_scores", "hub_seals", "hub_alerts", "hub_reports", "hub_report_mails");
        return contents;
    }

    private Jobs shadows(Stock stock, List<Job> jobs) {
        TestServers servers = servers();
        return new Jobs(
                jobs,
                new JobModes(name -> "shadow"),
                "shadow",
                new JobsDatabase(stock.schema()),
                TestLocks.inRedis(servers.redisHost(), servers.redisPort()),
                new ManualRuns() {
                    @Override
                    public List<Wish> wishes() {
                        return List.of();
                    }

                    @Override
                    public void granted(Wish wish) {}
                },
                new JobMeters(new SimpleMeterRegistry()),
                report -> {},
                clock);
    }

    private static Instant at(String time) {
        return Instant.parse(DAY + "T" + time + ":00Z");
    }
}
