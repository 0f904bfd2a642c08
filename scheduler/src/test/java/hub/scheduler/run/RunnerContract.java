package hub.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import hub.mysql.JdbcUrl;
import hub.mysql.MysqlSettings;
import hub.scheduler.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
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
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
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
        assertThat(ledger()).last().asString().endsWith("succeeded written by a; stands for 11 earlier due instants");
    }

    @Test
    void whatWasDueBeforeTheJobBeganIsNoneOfItsBusiness() {
        at(SIX.plus(Duration.ofHours(3)));
        runner(new TestJob(TestJob.EVENING, "a")).tick();
        assertThat(effects()).isEmpty();
        assertThat(ledger()).isEmpty();
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
                (run, outcome, took, when) -> outcomes.add(outcome),
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
        one.grant(new ManualRuns.Wish(
                "evening",
                java.time.LocalDate.parse("2026-01-10"),
                "k1",
                clock.instant().plusSeconds(9),
                "ops"));

        assertThat(wishes).isEmpty();
        assertThat(effects()).containsExactly("manual k1 2026-01-10 one");
        assertThat(ledger()).containsExactly("manual k1 1 manual succeeded written by one");
    }

    @Test
    void aRunSaysAtWhichPositionItRead() throws SQLException {
        JobRunner runner = runner(new TestJob(TestJob.EVENING, "a"));
        runner.tick();
        at(SIX.plus(Duration.ofMinutes(5)));
        runner.tick();
        try (Connection connection = connect()) {
            LedgerRow row = Ledger.latest(connection, "evening", 1).getFirst();
            assertThat(row.position()).matches("([0-9a-f-]{36}:[0-9-]+|\\d+-\\d+-\\d+|)");
            assertThat(row.startedAt()).isEqualTo(clock.instant());
            assertThat(row.dueAt()).isEqualTo(SIX);
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
        return new JobRunner(
                job,
                mode,
                job.who(),
                database,
                NO_LOCKS,
                manual,
                (run, outcome, took, when) -> {
                    synchronized (outcomes) {
                        outcomes.add(outcome);
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
