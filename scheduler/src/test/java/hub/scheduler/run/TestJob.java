package hub.scheduler.run;

import hub.scheduler.due.Schedule;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Writes one line per run into the table {@code effects}, and can be stopped at two places. */
final class TestJob implements Job {

    /** Stops its holder, like a process that is stopped, until it is woken. */
    static final class Stop {
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch woken = new CountDownLatch(1);

        void here() {
            reached.countDown();
            try {
                woken.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static final JobPlan EVENING = new JobPlan(
            "evening",
            Schedule.dailyAt(LocalTime.of(18, 0)),
            Duration.ofMinutes(5),
            0,
            CatchUp.EACH,
            Duration.ofDays(3),
            Duration.ofMinutes(1));

    static final JobPlan OFTEN = new JobPlan(
            "often",
            Schedule.every(Duration.ofMinutes(5)),
            Duration.ZERO,
            0,
            CatchUp.COALESCED,
            Duration.ofMinutes(5),
            Duration.ofMinutes(1));

    static final JobPlan NIGHTLY = new JobPlan(
            "nightly",
            Schedule.dailyAt(LocalTime.of(4, 30)),
            Duration.ZERO,
            1,
            CatchUp.COALESCED,
            Duration.ofHours(20),
            Duration.ofMinutes(1));

    private final JobPlan plan;
    private final String who;
    volatile @Nullable Stop whilePreparing;
    volatile @Nullable Stop whileWriting;
    volatile @Nullable Stop afterWriting;
    volatile @Nullable String failure;
    /** Of the database, once the rows are written. */
    volatile @Nullable String failureAfterWriting;

    volatile @Nullable Error error;
    volatile Dates dates = Dates.UNTIL_TODAY;
    /** As it was asked to make it. */
    volatile @Nullable Run seen;
    /** The only date that fails; null for all. */
    volatile @Nullable LocalDate failing;

    TestJob(JobPlan plan, String who) {
        this.plan = plan;
        this.who = who;
    }

    String who() {
        return who;
    }

    @Override
    public JobPlan plan() {
        return plan;
    }

    @Override
    public Dates dates() {
        return dates;
    }

    @Override
    public Effect prepare(Run run) {
        seen = run;
        stop(whilePreparing);
        if (error != null) {
            throw error;
        }
        if (failure != null && (failing == null || run.date().equals(failing))) {
            throw new IllegalStateException(failure);
        }
        return new Effect() {
            @Override
            public String write(JobTransaction transaction) throws SQLException {
                stop(whileWriting);
                try (PreparedStatement sql = transaction
                        .connection()
                        .prepareStatement("INSERT INTO effects (run_key, score_date, who) VALUES (?, ?, ?)")) {
                    sql.setString(1, run.key());
                    sql.setObject(2, run.date());
                    sql.setString(3, who);
                    sql.executeUpdate();
                }
                if (failureAfterWriting != null) {
                    throw new SQLException(failureAfterWriting);
                }
                stop(afterWriting);
                return "written by " + who;
            }

            @Override
            public String compare(JobTransaction transaction) {
                return "one line";
            }
        };
    }

    private static void stop(@Nullable Stop stop) {
        if (stop != null) {
            stop.here();
        }
    }
}
