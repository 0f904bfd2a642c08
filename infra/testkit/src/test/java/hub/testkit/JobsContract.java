package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Catalog;
import hub.projections.view.ScoreMode;
import hub.testkit.hub.HubCli;
import hub.testkit.hub.HubInProcess;
import hub.testkit.hub.Reply;
import hub.testkit.scenario.Activity;
import hub.testkit.scenario.Load;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Jobs of a whole service, as the calendar and operators run them: warm boards, retention, the command line, what is told. */
abstract class JobsContract extends HubContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");
    private static final Instant FIVE = Instant.parse("2026-01-15T11:00:00Z");

    private boolean used;

    JobsContract() {
        super("jobs", ScoreMode.LIVE, FIVE);
    }

    @Override
    void prepare() {
        db.roles();
        db.employees(1, 2);
        for (int day = 9; day <= 15; day++) {
            String date = "2026-01-%02d".formatted(day);
            db.activity(Activity.picking(100 + day).by(1).from(date + "T10:00:00Z"));
            db.activity(Activity.qcPassed(day).by(2).from(date + "T10:30:00Z"));
            db.shift(1, date + "T09:00:00Z", date + "T18:00:00Z");
        }
    }

    @Override
    Map<String, String> settings() {
        return Map.of(
                "hub.retention.days", "5",
                "hub.jobs.retention", "on",
                "hub.jobs.cache-warmup", "on",
                "hub.jobs.close-day", "on");
    }

    @BeforeEach
    void atFiveInTheMorning() {
        clock.set(FIVE);
        if (used) {
            db.execute("DELETE FROM hub_job_runs");
            startFromAnEmptyStore();
        }
        used = true;
        assertThat(items(service.leaderboard(TODAY))).isEqualTo(115);
        awaitJob(
                "cache-warmup",
                job -> assertThat(job.path("next_due").asString("")).isEqualTo("2026-01-15T11:30:00Z"));
    }

    @Test
    void theDayBeginsWithBoardsThatAreRightAndLoaded() {
        clock.set(Instant.parse("2026-01-15T11:30:01Z"));

        awaitJob("cache-warmup", job -> {
            JsonNode run = job.path("runs").path(0);
            assertThat(run.path("due_at").asString("")).isEqualTo("2026-01-15T11:30:00Z");
            assertThat(run.path("outcome").asString("")).as("%s", run).isEqualTo("succeeded");
            assertThat(run.path("summary").asString(""))
                    .matches("\\d+ partitions of " + Catalog.boards().size()
                            + " boards, with \\d+ entries, are what MySQL says;"
                            + " \\d+ answers are ready in each of 1 processes that serve");
        });
        assertThat(dashboard.get("/api/dashboard/departments/battle").header("Hub-Source"))
                .as("nobody had asked for it before")
                .contains("memory");
        String metrics = management().get("/actuator/prometheus").body();
        assertThat(metrics)
                .contains("hub_job_runs_seconds_count{job=\"cache-warmup\",outcome=\"succeeded\"} 1")
                .contains("hub_job_runs_seconds_sum{job=\"cache-warmup\",outcome=\"succeeded\"}")
                .contains("hub_job_behind_seconds{job=\"cache-warmup\"} 0.0")
                .contains("hub_job_due_delay_seconds_count{job=\"cache-warmup\"} 1")
                .containsPattern("hub_job_due_delay_seconds_sum\\{job=\"cache-warmup\"} \\d")
                .containsPattern("hub_job_last_success_age_seconds\\{job=\"cache-warmup\"} \\d");
    }

    @Test
    void aBoardThatIsNotWhatMysqlSaysIsNamedAndWarnedOf() {
        String key = keys("hub:{g*}:b:roles:all").iterator().next();
        servers().store().call(redis -> redis.hset(key, "99", redis.hget(key, "1")));

        HubCli wrong = run("cache-warmup", TODAY, "wrong");
        assertThat(wrong.exit()).as(wrong.output()).isEqualTo(1);
        assertThat(wrong.output()).contains("cache-warmup failed: not what MySQL says: roles:all in 1 of 6 entries");
        awaitHealth("WARNING");

        servers().store().call(redis -> redis.hdel(key, "99"));
        HubCli right = run("cache-warmup", TODAY, "right");
        assertThat(right.exit()).as(right.output()).isZero();
        assertThat(right.output()).contains("are what MySQL says; ");
        awaitHealth("UP");
    }

    @Test
    void everyProcessThatServesIsWarm() {
        HubInProcess second =
                HubInProcess.start(database, servers().store(), ScoreMode.LIVE, clock, Map.of("hub.roles", "query"));
        try {
            second.dashboard()
                    .awaitThat(
                            () -> second.dashboard().leaderboard(TODAY),
                            reply -> assertThat(reply.status()).isEqualTo(200));
            dashboard.awaitThat(
                    () -> dashboard.leaderboard(TODAY),
                    reply -> assertThat(keys("hub:reader:*"))
                            .as("who says to serve")
                            .hasSize(2));
            HubCli both = run("cache-warmup", TODAY, "both");
            assertThat(both.output()).contains("answers are ready in each of 2 processes that serve");
            assertThat(second.dashboard()
                            .get("/api/dashboard/departments/battle")
                            .header("Hub-Source"))
                    .contains("memory");
        } finally {
            second.close();
            // Two web servers in one process share their threads, so the first one has ended, too.
            restartHub();
        }
    }

    @Test
    void daysBeforeTheRetentionLeaveWholeAndCanBeRebuilt() throws InterruptedException {
        String tenth = "hub:{g*}:b:*:2026-01-10";
        int held = keys(tenth).size();
        assertThat(held).isPositive();
        assertThat(items(dashboard.leaderboard(LocalDate.parse("2026-01-10")))).isEqualTo(110);
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        try (Load watching = new Load(wanted -> servers().store().call(redis -> {
            while (wanted.getAsBoolean()) {
                seen.add(redis.keys(tenth).size());
            }
            return 0L;
        }))) {
            dashboard.awaitThat(dashboard::pipeline, reply -> assertThat(seen).contains(held));
            clock.set(Instant.parse("2026-01-16T09:30:01Z"));
            awaitJob(
                    "retention",
                    job -> assertThat(job.path("runs").path(0).path("summary").asString(""))
                            .startsWith("held from 2026-01-11 on; "));
        }

        assertThat(keys(tenth)).isEmpty();
        assertThat(seen).as("how much of the day was there").contains(held).isSubsetOf(held, 0);
        assertThat(dashboard.leaderboard(LocalDate.parse("2026-01-10")).body()).contains("/problems/day-not-held");
        assertThat(items(dashboard.leaderboard(LocalDate.parse("2026-01-11")))).isEqualTo(111);

        stopHub();
        startHub(database, Map.of("hub.retention.days", "0"));
        dashboard.awaitThat(
                dashboard::pipeline,
                reply -> assertThat(reply.json().path("state").asString("")).isEqualTo("streaming"));
        HubCli rebuild = HubCli.run(database, servers().store(), "rebuild");
        assertThat(rebuild.exit()).as(rebuild.output()).isZero();
        dashboard.awaitThat(
                () -> dashboard.leaderboard(LocalDate.parse("2026-01-10")),
                reply -> assertThat(items(reply)).isEqualTo(110));
        assertThat(items(dashboard.leaderboard(LocalDate.parse("2026-01-09")))).isEqualTo(109);
    }

    @Test
    void theCommandLineShowsTheJobsAndRunsOne() {
        HubCli jobs = HubCli.run(database, servers().store(), "jobs");
        assertThat(jobs.exit()).as(jobs.output()).isZero();
        assertThat(jobs.output().lines().map(line -> line.replaceAll(" +", " ")))
                .anyMatch(line -> line.startsWith("job mode next due (UTC) behind last success (UTC) last run"))
                .anyMatch(line -> line.startsWith("close-day on 2026-01-16T06:10:00Z 0 s -"))
                .anyMatch(line -> line.startsWith("finalize-daily off - 0 s -"));

        LocalDate yesterday = TODAY.minusDays(1);
        HubCli closed = run("close-day", yesterday, "once");
        assertThat(closed.exit()).as(closed.output()).isZero();
        HubCli another = run("close-day", TODAY.minusDays(3), "once");
        assertThat(another.exit()).isEqualTo(1);
        assertThat(another.output())
                .contains("the key once has been used for 2026-01-14; give another --key for 2026-01-12");
        HubCli unfit = run("close-day", yesterday, "any key");
        assertThat(unfit.exit()).isEqualTo(2);
        assertThat(unfit.output()).contains("--key must be 1 to 64 letters, digits, dots, dashes and underscores");
        HubCli open = run("close-day", TODAY, "open");
        assertThat(open.exit()).isEqualTo(1);
        assertThat(open.output())
                .contains("close-day cannot be run for 2026-01-15; it takes --date 2026-01-14 or an earlier day");
        HubCli again = run("close-day", yesterday, "once");
        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(again.output())
                .as("the same key")
                .containsPattern(
                        "the key once has been used, and nothing was run again: close-day of 2026-01-14 succeeded"
                                + " at \\S+: 2026-01-14 sealed, version 1, closing: .*Give another --key");
        assertThat(db.rows("SELECT score_date, version, kind FROM hub_seals WHERE score_date = '2026-01-14'"))
                .containsExactly("2026-01-14 1 closing");
        assertThat(db.rows("SELECT run_key, score_date, outcome FROM hub_job_runs WHERE job = 'close-day'"
                        + " AND cause = 'manual'"))
                .containsExactly("manual once 2026-01-14 2026-01-14 succeeded");

        assertThat(run("finalize-daily", TODAY, "off").output()).contains("finalize-daily is off; set");
        assertThat(run("nothing", TODAY, "none").output()).contains("there is no job nothing; the jobs are ");
    }

    @Test
    void aProcessThatOnlySchedulesTellsOfItsHealthAndIsMeasured() {
        stopHub();
        startHub(database, Map.of("hub.roles", "scheduler"));

        awaitHealth("UP");
        assertThat(management().get("/actuator/health/liveness").status()).isEqualTo(200);
        management()
                .awaitThat(
                        () -> management().get("/actuator/prometheus"),
                        reply -> assertThat(reply.body()).contains("hub_job_behind_seconds{job=\"close-day\"} 0.0"));
    }

    private HubCli run(String job, LocalDate date, String key) {
        return HubCli.run(database, servers().store(), "job", "run", job, "--date", date.toString(), "--key", key);
    }

    private void awaitJob(String name, Consumer<JsonNode> assertion) {
        dashboard.awaitThat(() -> dashboard.get("/api/ops/jobs"), reply -> {
            for (JsonNode job : reply.json().path("jobs")) {
                if (job.path("name").asString("").equals(name)) {
                    assertion.accept(job);
                    return;
                }
            }
            throw new AssertionError("no job " + name + " in " + reply);
        });
    }

    private void awaitHealth(String status) {
        management()
                .awaitThat(
                        () -> management().get("/actuator/health/jobs"),
                        reply -> assertThat(reply.body()).contains("\"status\":\"" + status + "\""));
    }

    private static long items(Reply reply) {
        long items = 0;
        for (JsonNode row : reply.json()) {
            if (row.path("id").asInt() == 1) {
                items += row.path("items_today").asLong();
            }
        }
        return items;
    }

    private List<String> keys(String pattern) {
        return servers().store().call(redis -> redis.keys(pattern));
    }
}
