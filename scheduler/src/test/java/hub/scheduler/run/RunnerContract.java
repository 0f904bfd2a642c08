package hub.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import hub.mysql.JdbcUrl;
import hub.mysql.MysqlSettings;
import hub.scheduler.TestServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exactly one success per run, whatever becomes of locks, clocks and holders. */
abstract class RunnerContract {

    /** The worst lock store: everybody always has every lock. What holds here owes nothing to locks. */
    private static final LockProvider NO_LOCKS = configuration -> Optional.of(new SimpleLock() {
        @Override
        public void unlock() {}
    });

    private static final LockProvider ALL_TAKEN = configuration -> Optional.empty();

    /** 17:00 in Chicago. */
    private static final Instant AFTERNOON = Instant.parse("2026-01-15T23:00:00Z");

    private static final Instant SIX = Instant.parse("2026-01-16T00:00:00Z");

    private final SettableClock clock = new SettableClock(AFTERNOON);
    private final ConcurrentLinkedQueue<ManualRuns.Wish> wishes = new ConcurrentLinkedQueue<>();
    private final List<RunOutcome> outcomes = new ArrayList<>();
    private final List<Duration> delays = new ArrayList<>();
    private final ManualRuns manual = new ManualRuns() {
        @Override
        public List<Wish> wishes() {
            return List.copyOf(wishes);
        }

        @Override
        public void granted(Wish wish) {
            wishes.remove(wish);
        }
    };

    private MysqlSettings schema = new MysqlSettings("unset", 1, "unset", "unset", "", hub.mysql.SslMode.PREFERRED);

    abstract TestServers servers();

    @BeforeEach
    void createSchema() {
        schema = servers().freshSchema();
        execute("CREATE TABLE effects (id INT AUTO_INCREMENT PRIMARY KEY, run_key VARCHAR(120), score_date DATE,"
                + " who VARCHAR(20))");
    }

    @Test
    void nothingRunsBeforeItIsDueAndTheSettlingTimeIsOver() {
        JobRunner runner = runner(new TestJob(TestJob.EVENING, "a"));
        runner.tick();
        at(SIX.plus(Duration.ofMinutes(4)));
        runner.tick();
        assertThat(effects()).isEmpty();

        at(SIX.plus(Duration.ofMinutes(5)));
        runner.tick();
        runner.tick();

        assertThat(effects()).containsExactly("2026-01-16T00:00:00Z 2026-01-15 a");
        assertThat(ledger()).containsExactly("2026-01-16T00:00:00Z 1 schedule succeeded written by a");
    }

    @Test
    void manyRunnersAtOnceWithoutAnyLockMakeOneRun() throws InterruptedException {
        List<JobRunner> runners = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            runners.add(runner(new TestJob(TestJob.EVENING, "r" + i)));
        }
        runners.forEach(JobRunner::tick);
        at(SIX.plus(Duration.ofMinutes(5)));

        for (int round = 0; round < 20 && succeeded() == 0; round++) {
            List<Thread> threads = runners.stream()
                    .map(runner -> Thread.ofVirtual().start(runner::tick))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
            clock.advance(Duration.ofMinutes(20));
        }
        runners.forEach(JobRunner::tick);

        assertThat(succeeded()).isEqualTo(1);
        assertThat(effects()).hasSize(1);
        assertThat(count("SELECT COUNT(*) FROM hub_job_runs WHERE outcome = 'running'"))
                .isZero();
    }

    @Test
    void aHolderStoppedPastItsLockAndWokenLaterChangesNothing() throws InterruptedException {
        TestJob stopped = new TestJob(TestJob.EVENING, "stopped");
        TestJob.Stop stop = new TestJob.Stop();
        stopped.whilePreparing = stop;
        JobRunner first = runner(stopped);
        JobRunner second = runner(new TestJob(TestJob.EVENING, "second"));
        first.tick();
        second.tick();
        at(SIX.plus(Duration.ofMinutes(5)));

        Thread holder = Thread.ofVirtual().start(first::tick);
        stop.reached.await();
        second.tick();
        stop.woken.countDown();
        holder.join();

        assertThat(effects()).containsExactly("2026-01-16T00:00:00Z 2026-01-15 second");
        assertThat(ledger())
                .containsExactly(
                        "2026-01-16T00:00:00Z 1 schedule abandoned taken over by second",
                        "2026-01-16T00:00:00Z 2 schedule succeeded written by second");
        assertThat(outcomes).containsExactly(RunOutcome.SUCCEEDED, RunOutcome.ABANDONED);
    }

    @Test
    void aHolderStoppedWhileItWritesKeepsOthersOffUntilTheServerEndsIt() throws InterruptedException {
        TestJob stopped = new TestJob(TestJob.EVENING, "stopped");
        TestJob.Stop stop = new TestJob.Stop();
        stopped.afterWriting = stop;
        JobRunner first = runner(stopped, new JobsDatabase(schema, Duration.ofSeconds(6)));
        JobRunner second = runner(new TestJob(TestJob.EVENING, "second"));
        first.tick();
        second.tick();
        at(SIX.plus(Duration.ofMinutes(5)));
        Thread holder = Thread.ofVirtual().start(first::tick);
        stop.reached.await();

        second.tick();
        assertThat(effects()).as("neither has committed").isEmpty();

        hub.scheduler.Eventually.await(Duration.ofSeconds(60), () -> {
            clock.advance(Duration.ofMinutes(20));
            second.tick();
            return succeeded() == 1;
        });
        stop.woken.countDown();
        holder.join();

        assertThat(effects()).containsExactly("2026-01-16T00:00:00Z 2026-01-15 second");
        assertThat(succeeded()).isEqualTo(1);
    }

    @Test
    void whatFailsIsToldAndTriedAgainEverLater() {
        TestJob job = new TestJob(TestJob.EVENING, "a");
        job.failure = "the moon is full";
        JobRunner runner = runner(job);
        runner.tick();
        at(SIX.plus(Duration.ofMinutes(5)));
        runner.tick();
        clock.advance(Duration.ofSeconds(4));
        runner.tick();
        assertThat(ledger())
                .as("not again before 5 seconds have passed")
                .containsExactly("2026-01-16T00:00:00Z 1 schedule failed the moon is full");

        clock.advance(Duration.ofSeconds(1));
        runner.tick();
        job.failure = null;
        clock.advance(Duration.ofSeconds(10));
        runner.tick();

        assertThat(ledger())
                .containsExactly(
                        "2026-01-16T00:00:00Z 1 schedule failed the moon is full",
                        "2026-01-16T00:00:00Z 2 schedule failed the moon is full",
                        "2026-01-16T00:00:00Z 3 schedule succeeded written by a");
        assertThat(outcomes).containsExactly(RunOutcome.FAILED, RunOutcome.FAILED, RunOutcome.SUCCEEDED);
    }

    /** A library that cannot be loaded is no reason to try each second, and to be silent about it. */
    @Test
    void anErrorIsAFailureLikeAnyOther() {
        TestJob job = new TestJob(TestJob.EVENING, "a");
        job.error = new NoClassDefFoundError("org/charts/Axis");
        JobRunner runner = runner(job);
        runner.tick();
        at(SIX.plus(Duration.ofMinutes(5)));
        runner.tick();
        clock.advance(Duration.ofSeconds(4));
        runner.tick();

        assertThat(ledger())
                .containsExactly("2026-01-16T00:00:00Z 1 schedule failed NoClassDefFoundError: org/charts/Axis");
        assertThat(warning(TestJob.EVENING))
                .isEqualTo("the run due at 2026-01-16T00:00:00Z failed: NoClassDefFoundError: org/charts/Axis");
        assertThat(outcomes).containsExactly(RunOutcome.FAILED);
    }

    /** The failed date has come to a pause of a quarter of an hour when the next one is due. */
    @Test
    void aDateThatFailsDelaysNoOther() {
        TestJob job = new TestJob(TestJob.EVENING, "a");
        job.failure = "no";
        job.failing = LocalDate.parse("2026-01-15");
        JobRunner runner = runner(job);
        runner.tick();
        at(SIX.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(4)).minus(Duration.ofMinutes(160)));
        for (int failure = 0; failure < 10; failure++) {
            runner.tick();
            clock.advance(Duration.ofMinutes(16));
        }
        assertThat(effects()).isEmpty();
        runner.tick();
        clock.advance(Duration.ofMinutes(1));
        runner.tick();
        assertThat(effects()).containsExactly("2026-01-17T00:00:00Z 2026-01-16 a");
        assertThat(count("SELECT COUNT(*) FROM hub_job_runs WHERE outcome = 'failed'"))
                .isEqualTo(11);
    }

    /** What is asked every few seconds reads as much of a long ledger as of a short one. */
    @Test
    void aLongLedgerIsNotReadWhole() throws SQLException {
        runner(new TestJob(TestJob.OFTEN, "a")).tick();
        fill(5_000);
        try (Connection connection = connect()) {
            long before = rowsRead(connection);
            LedgerFacts facts =
                    LedgerFacts.read(connection, TestJob.OFTEN, Mode.ON, "a", AFTERNOON.plus(Duration.ofDays(60)));
            assertThat(rowsRead(connection) - before).isLessThan(500);
            assertThat(facts.latest()).hasSize(10);
            assertThat(facts.missed()).isEmpty();
            assertThat(facts.coalesced()).isEmpty();
            assertThat(facts.lastSuccess()).isNotNull();
        }
    }

    /** What a shadow missed is nothing to make up for once the job is on, nor the other way round. */
    @Test
    void eachModeIsWarnedOfItsOwn() {
        runner(new TestJob(TestJob.EVENING, "before"), Mode.SHADOW).tick();
        at(SIX.plus(Duration.ofDays(4)).plus(Duration.ofHours(14)));
        runner(new TestJob(TestJob.EVENING, "after"), Mode.SHADOW).tick();
        runner(new TestJob(TestJob.EVENING, "on")).tick();
        assertThat(warning(TestJob.EVENING, Mode.SHADOW)).contains("was missed");
        assertThat(warning(TestJob.EVENING, Mode.ON)).isNull();
    }

    @Test
    void whatAShadowDidIsNothingThatTheJobHasDone() {
        TestJob shadow = new TestJob(TestJob.OFTEN, "shadow");
        JobRunner before = runner(shadow, Mode.SHADOW);
        before.tick();
        clock.advance(Duration.ofMinutes(5));
        before.tick();
        shadow.failure = "no";
        clock.advance(Duration.ofMinutes(5));
        before.tick();
        runner(new TestJob(TestJob.OFTEN, "on")).tick();

        JobReport told = report(TestJob.OFTEN, Mode.SHADOW);
        assertThat(told.warning()).isEqualTo("the run due at 2026-01-15T23:10:00Z failed: no");
        assertThat(told.lastSuccess()).isEqualTo("2026-01-15T23:05:00Z");
        JobReport on = report(TestJob.OFTEN, Mode.ON);
        assertThat(on.warning()).isNull();
        assertThat(on.lastSuccess()).isNull();
        assertThat(on.runs()).isEmpty();
    }

    /** Successes, missed and coalesced ones, long ago. */
    private void fill(int rows) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement sql = connection.prepareStatement("INSERT INTO hub_job_runs (job, run_key, due_at,"
                        + " score_date, cause, attempt, instance, started_at, ended_at, outcome)"
                        + " VALUES ('often', ?, ?, '2026-01-16', 'schedule', 1, 'a', ?, ?, ?)")) {
            connection.setAutoCommit(false);
            List<String> outcomes = List.of("succeeded", "missed", "coalesced");
            for (int i = 0; i < rows; i++) {
                Instant due = AFTERNOON.plus(Duration.ofMinutes(5L * i));
                LedgerSql.bind(sql, due.toString(), due, due, due, outcomes.get(i % 3));
                sql.addBatch();
            }
            sql.executeBatch();
            connection.commit();
        }
        execute("ANALYZE TABLE hub_job_runs");
    }

    private static long rowsRead(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read%'")) {
            long read = 0;
            while (row.next()) {
                read += row.getLong(2);
            }
            return read;
        }
    }

    @Test
    void aServiceThatWasDownCatchesUpOncePerMissedDateAndSaysWhichCameTooLate() {
        runner(new TestJob(TestJob.EVENING, "before")).tick();

        at(SIX.plus(Duration.ofDays(5)).plus(Duration.ofHours(14)));
        runner(new TestJob(TestJob.EVENING, "after")).tick();

        assertThat(effects())
                .containsExactly(
                        "2026-01-19T00:00:00Z 2026-01-18 after",
                        "2026-01-20T00:00:00Z 2026-01-19 after",
                        "2026-01-21T00:00:00Z 2026-01-20 after");
        assertThat(ledger())
                .contains(
                        "2026-01-16T00:00:00Z 0 catch-up missed not run until its grace was over",
                        "2026-01-18T00:00:00Z 0 catch-up missed not run until its grace was over",
                        "2026-01-19T00:00:00Z 1 catch-up succeeded written by after")
                .hasSize(6);
        assertThat(outcomes)
                .containsExactly(
                        RunOutcome.MISSED,
                        RunOutcome.MISSED,
                        RunOutcome.MISSED,
                        RunOutcome.SUCCEEDED,
                        RunOutcome.SUCCEEDED,
                        RunOutcome.SUCCEEDED);
        assertThat(delays.getLast())
                .as("the last was due at 18:00 the day before, and could begin at 18:05")
                .isEqualTo(Duration.ofHours(14).minusMinutes(5));
    }

    @Test
    void aRunThatFailsAfterItHasWrittenLeavesNothing() {
        TestJob job = new TestJob(TestJob.EVENING, "a");
        job.failureAfterWriting = "Duplicate entry 'ada@example.org' for key 'unique_email'";
        JobRunner runner = runner(job);
        runner.tick();
        at(SIX.plus(Duration.ofMinutes(5)));
        runner.tick();
        assertThat(effects()).isEmpty();
        assertThat(ledger())
                .containsExactly("2026-01-16T00:00:00Z 1 schedule failed Duplicate entry '…' for key 'unique_email'");

        job.failureAfterWriting = null;
        clock.advance(Duration.ofSeconds(5));
        runner.tick();
        assertThat(effects()).containsExactly("2026-01-16T00:00:00Z 2026-01-15 a");
    }

    /** Ten days are told of one by one, of which three can still be made; it is the 5th, and the first was due on the 16th. */
    @Test
    void whatIsTooLongAgoToBeToldOneByOneIsToldInOneRow() {
        runner(new TestJob(TestJob.EVENING, "before")).tick();
        at(SIX.plus(Duration.ofDays(20)).plus(Duration.ofHours(14)));
        JobRunner runner = runner(new TestJob(TestJob.EVENING, "after"));
        runner.tick();
        clock.advance(Duration.ofDays(1));
        runner.tick();

        assertThat(ledger())
                .filteredOn(row -> row.contains(" missed "))
                .hasSize(8)
                .filteredOn(row -> !row.contains("not run until its grace was over"))
                .containsExactly(
                        "2026-01-26T00:00:00Z 0 catch-up missed none of the 11 runs due from 2026-01-16T00:00:00Z"
                                + " to 2026-01-26T00:00:00Z was made");
        assertThat(effects()).hasSize(4);
    }

    /** A day that nobody can make up for by waiting is warned of until somebody asks for it, or for a week. */
    @Test
    void aMissedDayIsWarnedOfUntilItIsMadeUpFor() {
        runner(new TestJob(TestJob.EVENING, "before")).tick();
        at(SIX.plus(Duration.ofDays(4)).plus(Duration.ofHours(14)));
        JobRunner runner = runner(new TestJob(TestJob.EVENING, "after"));
        assertThat(warning(TestJob.EVENING)).isEqualTo("the run due at 2026-01-17T00:00:00Z was missed");
        runner.tick();
        assertThat(warning(TestJob.EVENING))
                .isEqualTo(
                        "the run due at 2026-01-17T00:00:00Z was missed; to make up for it: hub job run evening --date"
                                + " 2026-01-16");

        ask(runner, new ManualRuns.Wish("evening", LocalDate.parse("2026-01-16"), "k1", clock.instant(), "ops"));
        assertThat(warning(TestJob.EVENING)).contains("2026-01-16T00:00:00Z was missed", "--date 2026-01-15");

        ask(runner, new ManualRuns.Wish("evening", LocalDate.parse("2026-01-15"), "k2", clock.instant(), "ops"));
        assertThat(warning(TestJob.EVENING)).isNull();
    }

    @Test
    void aMissedDayIsForgottenAfterAWeek() {
        runner(new TestJob(TestJob.EVENING, "before")).tick();
        at(SIX.plus(Duration.ofDays(3)).plus(Duration.ofHours(14)));
        JobRunner runner = runner(new TestJob(TestJob.EVENING, "after"));
        runner.tick();
        for (int day = 0; day < 7; day++) {
            assertThat(warning(TestJob.EVENING)).as("day %d", day).contains("was missed; to make up for it");
            clock.advance(Duration.ofDays(1));
            runner.tick();
        }
        assertThat(warning(TestJob.EVENING)).isNull();
    }

    /** MySQL is away while a wish is in the store: it is granted once MySQL is back. */
    @Test
    void aWishIsNotLostWhileMysqlIsAway() {
        Away user = new Away();
        JobRunner runner = runner(new TestJob(TestJob.EVENING, "a"), new JobsDatabase(user.settings()));
        ManualRuns.Wish wish =
                new ManualRuns.Wish("evening", LocalDate.parse("2026-01-10"), "k1", clock.instant(), "ops");
        wishes.add(wish);
        user.away(true);
        runner.grant(wish);
        runner.grant(wish);
        assertThat(wishes).containsExactly(wish);
        assertThat(outcomes).as("not tried again at once").containsExactly(RunOutcome.FAILED);

        user.away(false);
        clock.advance(Duration.ofSeconds(5));
        runner.grant(wish);
        assertThat(wishes).isEmpty();
        assertThat(effects()).containsExactly("manual k1 2026-01-10 2026-01-10 a");
    }

    /** A scheduler takes wishes from whoever has left them, checked or not. */
    @Test
    void aWishForADateThatTheJobDoesNotTakeFails() {
        JobRunner runner = runner(new TestJob(TestJob.EVENING, "a"));
        ask(runner, new ManualRuns.Wish("evening", LocalDate.parse("2026-01-16"), "k1", clock.instant(), "ops"));
        assertThat(ledger())
                .containsExactly(
                        "manual k1 2026-01-16 1 manual failed 2026-01-16 is no date for this job; it takes 2026-01-15 or an"
                                + " earlier day");
        assertThat(effects()).isEmpty();
    }

    /** Nobody was there to take it: what it was about at 17:00 is over by 9:00, and at 20:00 it is another. */
    @Test
    void aWishIsMadeAsOfWhenItIsTaken() {
        TestJob job = new TestJob(TestJob.EVENING, "a");
        job.dates = Dates.TODAY;
        JobRunner runner = runner(job);
        ManualRuns.Wish wish = new ManualRuns.Wish("evening", LocalDate.parse("2026-01-15"), "k1", AFTERNOON, "ops");
        at(AFTERNOON.plus(Duration.ofHours(3)));
        ask(runner, wish);
        assertThat(java.util.Objects.requireNonNull(job.seen).dueAt()).isEqualTo(AFTERNOON.plus(Duration.ofHours(3)));
        assertThat(report(TestJob.EVENING, Mode.ON).runs().getFirst().dueAt())
                .as("told of as asked then")
                .isEqualTo(AFTERNOON);

        at(AFTERNOON.plus(Duration.ofHours(16)));
        ask(runner, new ManualRuns.Wish("evening", LocalDate.parse("2026-01-15"), "k2", AFTERNOON, "ops"));
        assertThat(ledger())
                .containsExactly(
                        "manual k1 2026-01-15 1 manual succeeded written by a",
                        "manual k2 2026-01-15 1 manual failed 2026-01-15 is no date for this job; it takes 2026-01-16 alone");
    }

    @Test
    void aWishWhoseRunFailsIsGrantedAndCanBeSaidAgain() {
        TestJob job = new TestJob(TestJob.EVENING, "a");
        job.failure = "no";
        JobRunner runner = runner(job);
        ManualRuns.Wish wish =
                new ManualRuns.Wish("evening", LocalDate.parse("2026-01-10"), "k1", clock.instant(), "ops");
        wishes.add(wish);
        runner.grant(wish);
        assertThat(wishes).isEmpty();

        job.failure = null;
        ask(runner, wish);
        assertThat(ledger())
                .containsExactly(
                        "manual k1 2026-01-10 1 manual failed no",
                        "manual k1 2026-01-10 2 manual succeeded written by a");
    }

    /** The list that the API looks at is short: the ledger may know a key of which the API does not. */
    @Test
    void aKeyOfLongAgoMakesNoRunForAnotherDateNorAnotherForItsOwn() {
        TestJob job = new TestJob(TestJob.EVENING, "a");
        ask(runner(job), new ManualRuns.Wish("evening", LocalDate.parse("2026-01-10"), "k_1", clock.instant(), "ops"));
        for (int i = 0; i < 12; i++) { // more than are listed
            clock.set(clock.instant().plusSeconds(1));
            ask(
                    runner(job),
                    new ManualRuns.Wish("evening", LocalDate.parse("2026-01-09"), "k-1-" + i, clock.instant(), "ops"));
        }
        for (String date : List.of("2026-01-11", "2026-01-10", "2026-01-11")) {
            ask(runner(job), new ManualRuns.Wish("evening", LocalDate.parse(date), "k_1", clock.instant(), "ops"));
        }
        assertThat(effects())
                .hasSize(13)
                .filteredOn(effect -> effect.startsWith("manual k_1 "))
                .containsExactly("manual k_1 2026-01-10 2026-01-10 a");
        assertThat(ledger())
                .filteredOn(row -> row.startsWith("manual k_1 "))
                .containsExactly(
                        "manual k_1 2026-01-10 1 manual succeeded written by a",
                        "manual k_1 2026-01-11 1 manual failed the key of this run has been used for 2026-01-10; 2026-01-11"
                                + " needs another key",
                        "manual k_1 2026-01-11 2 manual failed the key of this run has been used for 2026-01-10; 2026-01-11"
                                + " needs another key");
    }

    /** 18:00 with MySQL away: what is told is true, and comes from what was known. */
    @Test
    void whileTheLedgerIsAwayTheJobsAreToldAsLateAndWhy() {
        Away user = new Away();
        List<JobsReport> told = new ArrayList<>();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Jobs jobs = jobs(new TestJob(TestJob.EVENING, "a"), new JobsDatabase(user.settings()), told, meters);
        jobs.tell();
        assertThat(told.getLast().warnings()).isEmpty();
        assertThat(told.getLast().ledgerAwaySince()).isNull();

        user.away(true);
        at(SIX.plus(Duration.ofMinutes(5)));
        jobs.tell();
        clock.advance(Duration.ofMinutes(4));
        jobs.tell();

        assertThat(told.getLast().warnings())
                .containsExactly(
                        "MySQL cannot be asked since 2026-01-16T00:05:00Z: no job runs until it can, and what is told of"
                                + " runs is of before",
                        "evening: a run is 240 s overdue");
        assertThat(told.getLast().json()).contains("\"ledger_away_since\":\"2026-01-16T00:05:00Z\"");
        assertThat(meters.get("hub.job.behind.seconds").gauge().value()).isEqualTo(240);

        user.away(false);
        jobs.tell();
        assertThat(told.getLast().warnings()).containsExactly("evening: a run is 240 s overdue");
        jobs.close();
    }

    @Test
    void closingEndsARunThatWaitsAndTheLedgerSaysWhy() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        Job slow = new Job() {
            @Override
            public JobPlan plan() {
                return TestJob.EVENING;
            }

            @Override
            public Effect prepare(Run run) throws InterruptedException {
                waiting.countDown();
                Thread.sleep(Duration.ofHours(1));
                return Effect.none("never");
            }
        };
        List<JobsReport> told = new ArrayList<>();
        Jobs jobs = jobs(slow, new JobsDatabase(schema), told, new SimpleMeterRegistry());
        jobs.report();
        at(SIX.plus(Duration.ofMinutes(5)));
        jobs.tick();
        waiting.await();

        jobs.close();
        assertThat(ledger()).containsExactly("2026-01-16T00:00:00Z 1 schedule failed the process is ending");

        int before = told.size();
        at(SIX.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(5)));
        jobs.tick();
        jobs.tell();
        assertThat(ledger()).as("after it was closed").hasSize(1);
        assertThat(told).hasSize(before);
    }

    @Test
    void closingLetsARunEndThatIsAboutTo() throws InterruptedException {
        TestJob job = new TestJob(TestJob.EVENING, "a");
        TestJob.Stop stop = new TestJob.Stop();
        job.whilePreparing = stop;
        Jobs jobs = jobs(job, new JobsDatabase(schema), new ArrayList<>(), new SimpleMeterRegistry());
        jobs.report();
        at(SIX.plus(Duration.ofMinutes(5)));
        jobs.tick();
        stop.reached.await();
        Thread closing = Thread.ofVirtual().start(jobs::close);
        stop.woken.countDown();
        closing.join();

        assertThat(ledger()).containsExactly("2026-01-16T00:00:00Z 1 schedule succeeded written by a");
    }

    @Test
    void aDateThatFailsKeepsTheOthersFromNothing() {
        TestJob job = new TestJob(TestJob.EVENING, "a");
        job.failure = "no such day";
        job.failing = LocalDate.of(2026, 1, 15);
        JobRunner runner = runner(job);
        runner.tick();
        at(SIX.plus(Duration.ofDays(2)).plus(Duration.ofMinutes(5)));
        runner.tick();
        assertThat(effects()).containsExactly("2026-01-17T00:00:00Z 2026-01-16 a", "2026-01-18T00:00:00Z 2026-01-17 a");

        clock.advance(Duration.ofSeconds(4));
        runner.tick();
        clock.advance(Duration.ofSeconds(1));
        runner.tick();
        assertThat(outcomes)
                .as("it is tried again after its pause, alone")
                .containsExactly(RunOutcome.FAILED, RunOutcome.SUCCEEDED, RunOutcome.SUCCEEDED, RunOutcome.FAILED);
    }

    @Test
    void aServiceBackAtTwentyToSevenRunsAtOnce() {
        runner(new TestJob(TestJob.EVENING, "before")).tick();
        at(SIX.plus(Duration.ofMinutes(40)));
        runner(new TestJob(TestJob.EVENING, "after")).tick();
        assertThat(ledger()).containsExactly("2026-01-16T00:00:00Z 1 catch-up succeeded written by after");
    }

    @Test
    void frequentRunsAreCaughtUpByOne() {
        JobRunner runner = runner(new TestJob(TestJob.OFTEN, "a"));
        runner.tick();
        clock.advance(Duration.ofMinutes(5));
        runner.tick();
        clock.advance(Duration.ofMinutes(62));
        runner.tick();
        runner.tick();

        assertThat(effects()).containsExactly("2026-01-15T23:05:00Z 2026-01-15 a", "2026-01-16T00:05:00Z 2026-01-15 a");
        assertThat(ledger())
                .containsExactly(
                        "2026-01-15T23:05:00Z 1 schedule succeeded written by a",
                        "2026-01-16T00:00:00Z 0 catch-up coalesced the 11 runs due from 2026-01-15T23:10:00Z to"
                                + " 2026-01-16T00:00:00Z were not made in time; the one due at 2026-01-16T00:05:00Z stands"
                                + " for them",
                        "2026-01-16T00:05:00Z 1 schedule succeeded written by a; stands for 11 earlier due instants");
        assertThat(warning(TestJob.OFTEN))
                .isEqualTo("the 11 runs due from 2026-01-15T23:10:00Z to 2026-01-16T00:00:00Z were"
                        + " not made in time; the one due at 2026-01-16T00:05:00Z stands for them");
        clock.advance(Duration.ofMinutes(60));
        runner.tick();
        assertThat(warning(TestJob.OFTEN)).as("made again since").contains("2026-01-16T01:05:00Z");
    }

    @Test
    void whatWasCoalescedIsNoLongerWarnedOfAfterAnHour() {
        JobRunner runner = runner(new TestJob(TestJob.OFTEN, "a"));
        runner.tick();
        clock.advance(Duration.ofMinutes(15));
        runner.tick();
        for (int tick = 0; tick < 12; tick++) {
            assertThat(warning(TestJob.OFTEN))
                    .startsWith(
                            "the 2 runs due from 2026-01-15T23:05:00Z to 2026-01-15T23:10:00Z were not made in time");
            clock.advance(Duration.ofMinutes(5));
            runner.tick();
        }
        assertThat(warning(TestJob.OFTEN)).isNull();
    }

    /** Each new failure tells only of what is new, and the run that succeeds stands for all. */
    @Test
    void dueInstantsThatFailAreCoalescedOneByOne() {
        TestJob job = new TestJob(TestJob.OFTEN, "a");
        job.failure = "no";
        JobRunner runner = runner(job);
        runner.tick();
        for (int due = 0; due < 3; due++) {
            clock.advance(Duration.ofMinutes(5));
            runner.tick();
        }
        job.failure = null;
        clock.advance(Duration.ofMinutes(5));
        runner.tick();

        assertThat(ledger())
                .containsExactly(
                        "2026-01-15T23:05:00Z 1 schedule failed no",
                        "2026-01-15T23:05:00Z 0 catch-up coalesced the run due at 2026-01-15T23:05:00Z was not made in"
                                + " time; the one due at 2026-01-15T23:10:00Z stands for it",
                        "2026-01-15T23:10:00Z 1 schedule failed no",
                        "2026-01-15T23:10:00Z 0 catch-up coalesced the run due at 2026-01-15T23:10:00Z was not made in"
                                + " time; the one due at 2026-01-15T23:15:00Z stands for it",
                        "2026-01-15T23:15:00Z 1 schedule failed no",
                        "2026-01-15T23:15:00Z 0 catch-up coalesced the run due at 2026-01-15T23:15:00Z was not made in"
                                + " time; the one due at 2026-01-15T23:20:00Z stands for it",
                        "2026-01-15T23:20:00Z 1 schedule succeeded written by a; stands for 3 earlier due instants");
    }

    @Test
    void aNightlyRunWhoseGraceIsOverIsWarnedOfUntilTheNextStandsForIt() {
        runner(new TestJob(TestJob.NIGHTLY, "before")).tick();
        at(Instant.parse("2026-01-16T10:30:00Z").plus(Duration.ofHours(21)));
        JobRunner runner = runner(new TestJob(TestJob.NIGHTLY, "after"));
        runner.tick();
        assertThat(ledger()).isEmpty();
        assertThat(warning(TestJob.NIGHTLY))
                .isEqualTo(
                        "the run due at 2026-01-16T10:30:00Z was missed; the one due at 2026-01-17T10:30:00Z will stand"
                                + " for it");

        at(Instant.parse("2026-01-17T10:30:00Z"));
        runner.tick();
        assertThat(ledger())
                .last()
                .asString()
                .endsWith("succeeded written by after; stands for 1 earlier due instants");
        assertThat(warning(TestJob.NIGHTLY)).startsWith("the run due at 2026-01-16T10:30:00Z was not made in time");
        clock.advance(Duration.ofHours(2));
        assertThat(warning(TestJob.NIGHTLY)).isNull();
    }

    @Test
    void whatWasDueBeforeTheJobBeganIsNoneOfItsBusiness() {
        at(SIX.plus(Duration.ofHours(3)));
        runner(new TestJob(TestJob.EVENING, "a")).tick();
        assertThat(effects()).isEmpty();
        assertThat(ledger()).isEmpty();
    }

    @Test
    void whatWasDueWhileAJobWasOffIsNoneOfItsBusinessEither() {
        TestJob job = new TestJob(TestJob.EVENING, "a");
        runner(job).tick();
        jobs(job, "on").report();
        jobs(job, "off").report();
        at(SIX.plus(Duration.ofHours(3)));
        jobs(job, "on").report();
        runner(job).tick();
        assertThat(effects()).isEmpty();

        at(SIX.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(5)));
        jobs(job, "on").report();
        runner(job).tick();
        assertThat(effects()).as("a start that changes nothing").containsExactly("2026-01-17T00:00:00Z 2026-01-16 a");
    }

    @Test
    void whereEveryLockIsTakenNothingRuns() {
        JobRunner runner = new JobRunner(
                new TestJob(TestJob.EVENING, "a"),
                Mode.ON,
                "a",
                new JobsDatabase(schema),
                ALL_TAKEN,
                manual,
                (run, outcome, late, took) -> outcomes.add(outcome),
                clock);
        runner.tick();
        at(SIX.plus(Duration.ofMinutes(5)));
        runner.tick();
        assertThat(ledger()).isEmpty();
    }

    @Test
    void aShadowWritesNothingAndLeavesTheRunToBeMade() {
        JobRunner shadow = runner(new TestJob(TestJob.EVENING, "shadow"), Mode.SHADOW);
        JobRunner on = runner(new TestJob(TestJob.EVENING, "on"));
        shadow.tick();
        on.tick();
        at(SIX.plus(Duration.ofMinutes(5)));
        shadow.tick();
        assertThat(effects()).isEmpty();

        on.tick();

        assertThat(effects()).containsExactly("2026-01-16T00:00:00Z 2026-01-15 on");
        assertThat(ledger())
                .containsExactly(
                        "shadow 2026-01-16T00:00:00Z 1 schedule succeeded would change: one line",
                        "2026-01-16T00:00:00Z 1 schedule succeeded written by on");
    }

    @Test
    void theSameWishIsGrantedOnceHoweverOftenItIsSaid() {
        JobRunner one = runner(new TestJob(TestJob.EVENING, "one"));
        JobRunner other = runner(new TestJob(TestJob.EVENING, "other"));
        ManualRuns.Wish wish =
                new ManualRuns.Wish("evening", java.time.LocalDate.parse("2026-01-10"), "k1", clock.instant(), "ops");
        wishes.add(wish);

        one.grant(wish);
        other.grant(wish);
        ask(
                one,
                new ManualRuns.Wish(
                        "evening",
                        java.time.LocalDate.parse("2026-01-10"),
                        "k1",
                        clock.instant().plusSeconds(9),
                        "ops"));

        assertThat(wishes).isEmpty();
        assertThat(effects()).containsExactly("manual k1 2026-01-10 2026-01-10 one");
        assertThat(ledger()).containsExactly("manual k1 2026-01-10 1 manual succeeded written by one");
    }

    /** Another instance had another lock, and began the evening's run. */
    @Test
    void aWishWhoseRunIsTakenOverStaysAskedFor() throws InterruptedException {
        TestJob slow = new TestJob(TestJob.EVENING, "slow");
        TestJob.Stop stop = new TestJob.Stop();
        slow.whilePreparing = stop;
        JobRunner first = runner(slow);
        JobRunner second = runner(new TestJob(TestJob.EVENING, "second"));
        second.tick();
        at(SIX.plus(Duration.ofMinutes(5)));
        ManualRuns.Wish wish = wish("k1");
        wishes.add(wish);
        Thread holder = Thread.ofVirtual().start(() -> first.grant(wish));
        stop.reached.await();
        second.tick();
        stop.woken.countDown();
        holder.join();
        assertThat(wishes).containsExactly(wish);

        clock.advance(Duration.ofSeconds(5));
        slow.whilePreparing = null;
        first.grant(wish);
        assertThat(wishes).isEmpty();
        assertThat(effects())
                .containsExactly("2026-01-16T00:00:00Z 2026-01-15 second", "manual k1 2026-01-10 2026-01-10 slow");
    }

    /** The list of wishes may be minutes old by then. A run that failed would be made again. */
    @Test
    void aWishThatWasGrantedMeanwhileIsNotMade() {
        TestJob job = new TestJob(TestJob.EVENING, "a");
        job.failure = "no";
        JobRunner one = runner(job);
        ask(one, wish("k1"));

        runner(job).grant(wish("k1"));

        assertThat(ledger()).containsExactly("manual k1 2026-01-10 1 manual failed no");
    }

    @Test
    void whoeverGetsTheLockNextSeesThatTheWishWasGranted() {
        List<Integer> left = new ArrayList<>();
        LockProvider locks = configuration -> Optional.of(() -> left.add(wishes.size()));
        TestJob job = new TestJob(TestJob.EVENING, "a");
        ask(runner(job, Mode.ON, new JobsDatabase(schema), locks), wish("succeeds"));
        job.failure = "no";
        ask(runner(job, Mode.ON, new JobsDatabase(schema), locks), wish("fails"));
        assertThat(left).as("wishes when the lock was given back").containsExactly(0, 0);
    }

    private ManualRuns.Wish wish(String key) {
        return new ManualRuns.Wish("evening", LocalDate.parse("2026-01-10"), key, clock.instant(), "ops");
    }

    private void ask(JobRunner runner, ManualRuns.Wish wish) {
        wishes.add(wish);
        runner.grant(wish);
    }

    @Test
    void aRunSaysAtWhichPositionItRead() throws SQLException {
        JobRunner runner = runner(new TestJob(TestJob.EVENING, "a"));
        runner.tick();
        at(SIX.plus(Duration.ofMinutes(5)));
        runner.tick();
        try (Connection connection = connect()) {
            LedgerRow row = History.latest(connection, "evening", Mode.ON, 1).getFirst();
            assertThat(row.position()).matches("([0-9a-f-]{36}:[0-9-]+|\\d+-\\d+-\\d+)");
            assertThat(row.startedAt()).isEqualTo(clock.instant());
            assertThat(row.dueAt()).isEqualTo(SIX);
        }
    }

    private Jobs jobs(Job job, String mode) {
        return jobs(job, mode, new JobsDatabase(schema), new ArrayList<>(), new SimpleMeterRegistry());
    }

    private Jobs jobs(Job job, JobsDatabase database, List<JobsReport> told, SimpleMeterRegistry meters) {
        return jobs(job, "on", database, told, meters);
    }

    private Jobs jobs(Job job, String mode, JobsDatabase database, List<JobsReport> told, SimpleMeterRegistry meters) {
        return new Jobs(
                List.of(job),
                new JobModes(name -> mode),
                "a",
                database,
                NO_LOCKS,
                manual,
                new JobMeters(meters),
                told::add,
                clock);
    }

    private @Nullable String warning(JobPlan plan) {
        return warning(plan, Mode.ON);
    }

    private @Nullable String warning(JobPlan plan, Mode mode) {
        return report(plan, mode).warning();
    }

    private JobReport report(JobPlan plan, Mode mode) {
        try (Connection connection = connect()) {
            Instant now = clock.instant();
            return JobReporter.of(
                    new TestJob(plan, "a"), mode, LedgerFacts.read(connection, plan, mode, "a", now), now);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A user of the schema for whom the server can be away. */
    private final class Away {
        private final String name = schema.database();

        Away() {
            execute("CREATE USER IF NOT EXISTS '" + name + "'@'%' IDENTIFIED BY 'secret'");
            execute("GRANT ALL ON " + schema.database() + ".* TO '" + name + "'@'%'");
        }

        MysqlSettings settings() {
            return new MysqlSettings(schema.host(), schema.port(), schema.database(), name, "secret", schema.sslMode());
        }

        void away(boolean away) {
            execute("ALTER USER '" + name + "'@'%' ACCOUNT " + (away ? "LOCK" : "UNLOCK"));
        }
    }

    private void at(Instant instant) {
        clock.set(instant);
    }

    private JobRunner runner(TestJob job) {
        return runner(job, Mode.ON);
    }

    private JobRunner runner(TestJob job, Mode mode) {
        return runner(job, mode, new JobsDatabase(schema));
    }

    private JobRunner runner(TestJob job, JobsDatabase database) {
        return runner(job, Mode.ON, database);
    }

    private JobRunner runner(TestJob job, Mode mode, JobsDatabase database) {
        return runner(job, mode, database, NO_LOCKS);
    }

    private JobRunner runner(TestJob job, Mode mode, JobsDatabase database, LockProvider locks) {
        return new JobRunner(
                job,
                mode,
                job.who(),
                database,
                locks,
                manual,
                (run, outcome, late, took) -> {
                    synchronized (outcomes) {
                        outcomes.add(outcome);
                        delays.add(late);
                    }
                },
                clock);
    }

    private List<String> effects() {
        return texts("SELECT CONCAT(run_key, ' ', score_date, ' ', who) FROM effects ORDER BY id");
    }

    private List<String> ledger() {
        return texts("SELECT CONCAT(run_key, ' ', attempt, ' ', cause, ' ', outcome, ' ', COALESCE(summary, '-'))"
                + " FROM hub_job_runs WHERE outcome <> 'begun' ORDER BY id");
    }

    private long succeeded() {
        return count("SELECT COUNT(*) FROM hub_job_runs WHERE outcome = 'succeeded'");
    }

    private long count(String query) {
        return Long.parseLong(texts(query).getFirst());
    }

    private List<String> texts(String query) {
        try (Connection connection = connect();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void execute(String statement) {
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(JdbcUrl.of(schema), schema.username(), schema.password());
    }
}
