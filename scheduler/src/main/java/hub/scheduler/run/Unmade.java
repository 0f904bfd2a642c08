package hub.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Rows of the ledger that are no attempts: due instants at which nobody made a run. */
final class Unmade {

    private Unmade() {}

    /** Notes a run that nobody made in time; does nothing if it is noted already. */
    static void missed(Connection connection, Run run, String instance, Instant now) throws SQLException {
        notRun(connection, run, RunOutcome.MISSED, instance, now, "not run until its grace was over");
    }

    /**
     * Notes, in one row, the due instants until {@code until} of which nothing is noted yet: too long ago to be told one by one.
     *
     * @return how many these are
     */
    static int longAgo(Connection connection, JobPlan plan, Mode mode, Instant until, String instance, Instant now)
            throws SQLException {
        Instant told = History.lastToldOf(connection, plan.name(), mode, until);
        List<Instant> untold = told == null ? List.of() : plan.schedule().dueIn(told, until);
        if (!untold.isEmpty()) {
            notRun(
                    connection,
                    Run.scheduled(plan, untold.getLast(), mode, true),
                    RunOutcome.MISSED,
                    instance,
                    now,
                    "none of the " + untold.size() + " runs due from " + untold.getFirst() + " to " + untold.getLast()
                            + " was made");
        }
        return untold.size();
    }

    private static void notRun(
            Connection connection, Run run, RunOutcome outcome, String instance, Instant now, String summary)
            throws SQLException {
        LedgerSql.change(
                connection,
                "INSERT IGNORE INTO hub_job_runs (job, run_key, due_at, score_date, cause, attempt, instance, started_at,"
                        + " ended_at, outcome, summary) VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)",
                run.job(),
                run.key(),
                run.dueAt(),
                run.date(),
                run.cause().word(),
                instance,
                now,
                now,
                outcome.word(),
                summary);
    }

    /**
     * Notes, in one row, the due instants that {@code run} stands for and of which nothing is noted yet.
     *
     * @return how many these are
     */
    static int coalesced(
            Connection connection, JobPlan plan, Run run, List<Instant> passed, String instance, Instant now)
            throws SQLException {
        if (passed.isEmpty()) {
            return 0;
        }
        Instant told = LedgerSql.latestDue(
                        connection,
                        "WHERE job = ? AND outcome = 'coalesced' AND run_key LIKE ?",
                        run.job(),
                        LedgerSql.scheduledKeys(run.mode()))
                .orElse(Instant.MIN);
        List<Instant> untold = passed.stream().filter(due -> due.isAfter(told)).toList();
        if (untold.isEmpty()) {
            return 0;
        }
        Run newest = Run.scheduled(plan, untold.getLast(), run.mode(), true);
        notRun(
                connection,
                newest,
                RunOutcome.COALESCED,
                instance,
                now,
                (untold.size() == 1
                                ? "the run due at " + untold.getLast() + " was"
                                : "the " + untold.size() + " runs due from " + untold.getFirst() + " to "
                                        + untold.getLast() + " were")
                        + " not made in time; the one due at " + run.dueAt() + " stands for "
                        + (untold.size() == 1 ? "it" : "them"));
        return untold.size();
    }
}
