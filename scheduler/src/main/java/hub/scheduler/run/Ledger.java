package hub.scheduler.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code hub_job_runs}. Its methods work in the transaction of the connection that they are given. */
final class Ledger {

    private static final int MAX_TEXT = 2_000;
    /** No attempt is under way for longer. */
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private Ledger() {}

    /**
     * Since when the job is in that mode: what was due before is none of its business. The first to ask decides.
     *
     * @param connection in auto-commit
     */
    static Instant begun(Connection connection, String job, Mode mode, String instance, Instant now)
            throws SQLException {
        String key = LedgerSql.begunKey(mode);
        LedgerSql.change(
                connection,
                "INSERT IGNORE INTO hub_job_runs (job, run_key, due_at, score_date, cause, attempt, instance, started_at,"
                        + " ended_at, outcome) VALUES (?, ?, ?, ?, 'begun', 1, ?, ?, ?, 'begun')",
                job,
                key,
                now,
                now.atZone(ZoneOffset.UTC).toLocalDate(),
                instance,
                now,
                now);
        return LedgerSql.rows(connection, "WHERE job = ? AND run_key = ?", job, key)
                .getFirst()
                .dueAt();
    }

    /**
     * A process has started with the job in {@code mode}: turned to another mode later, it begins there anew. Without it, days
     * for which a job was off would be caught up when it is on again.
     *
     * @param connection in auto-commit
     */
    static void startedIn(Connection connection, String job, Mode mode) throws SQLException {
        for (Mode other : Mode.values()) {
            if (other != mode) {
                LedgerSql.change(
                        connection,
                        "DELETE FROM hub_job_runs WHERE job = ? AND run_key = ?",
                        job,
                        LedgerSql.begunKey(other));
            }
        }
    }

    /**
     * Begins an attempt and ends those of the job that are under way: whoever made them may go on, but can write nothing any
     * more. So at most one attempt of a job can succeed at a time.
     *
     * @param connection with a transaction of the level read committed, to be committed by the caller
     * @return empty if the run has succeeded already, or a later one stands for it
     * @throws SQLException also if an earlier attempt is just writing: try again later
     */
    static Optional<Attempt> begin(Connection connection, JobPlan plan, Run run, String instance, Instant now)
            throws SQLException {
        // One at a time.
        LedgerSql.rows(
                connection, "WHERE job = ? AND run_key = ? FOR UPDATE", run.job(), LedgerSql.begunKey(run.mode()));
        for (LedgerRow open : LedgerSql.rows(
                connection,
                "WHERE job = ? AND outcome = 'running' AND due_at >= ?",
                run.job(),
                run.dueAt().minus(LOOK_BACK))) {
            end(connection, open.id(), RunOutcome.ABANDONED, now, null, "taken over by " + instance);
        }
        int last = 0;
        for (LedgerRow row : LedgerSql.rows(
                connection, "WHERE job = ? AND run_key = ? ORDER BY attempt FOR UPDATE", run.job(), run.key())) {
            if (row.outcome() == RunOutcome.SUCCEEDED) {
                return Optional.empty();
            }
            last = row.attempt();
        }
        List<Instant> passed = List.of();
        if (plan.catchUp() == CatchUp.COALESCED && run.cause() != Run.Cause.MANUAL) {
            Instant before = History.lastScheduled(connection, run.job(), run.mode());
            if (before != null && !before.isBefore(run.dueAt())) {
                return Optional.empty();
            }
            if (before != null) {
                List<Instant> due = plan.schedule().dueIn(before, run.dueAt());
                passed = due.subList(0, due.size() - 1);
            }
        }
        int noted = Unmade.coalesced(connection, plan, run, passed, instance, now);
        return Optional.of(
                new Attempt(insert(connection, run, last + 1, instance, now), run, last + 1, passed.size(), noted));
    }

    private static long insert(Connection connection, Run run, int attempt, String instance, Instant now)
            throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(
                "INSERT INTO hub_job_runs (job, run_key, due_at, score_date, cause, attempt, instance, started_at,"
                        + " outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'running')",
                PreparedStatement.RETURN_GENERATED_KEYS)) {
            LedgerSql.bind(
                    sql,
                    run.job(),
                    run.key(),
                    run.dueAt(),
                    run.date(),
                    run.cause().word(),
                    attempt,
                    instance,
                    now);
            sql.executeUpdate();
            try (ResultSet keys = sql.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /**
     * The fence: holds the attempt's row until the transaction ends.
     *
     * @throws LostRun if the attempt was taken over
     */
    static void hold(Connection connection, Attempt attempt) throws SQLException {
        List<LedgerRow> held =
                LedgerSql.rows(connection, "WHERE id = ? AND outcome = 'running' FOR UPDATE", attempt.id());
        if (held.isEmpty()) {
            throw new LostRun(attempt);
        }
    }

    /** @throws LostRun if the attempt was taken over */
    static void succeeded(Connection connection, Attempt attempt, Instant now, String position, String summary)
            throws SQLException {
        if (!end(connection, attempt.id(), RunOutcome.SUCCEEDED, now, position, summary)) {
            throw new LostRun(attempt);
        }
    }

    /** False if the attempt had ended otherwise: by success, or taken over. */
    static boolean failed(Connection connection, Attempt attempt, Instant now, String reason) throws SQLException {
        return end(connection, attempt.id(), RunOutcome.FAILED, now, null, reason);
    }

    private static boolean end(
            Connection connection, long id, RunOutcome outcome, Instant now, @Nullable String position, String summary)
            throws SQLException {
        return LedgerSql.change(
                        connection,
                        "UPDATE hub_job_runs SET outcome = ?, ended_at = ?, position = ?, summary = ?"
                                + " WHERE id = ? AND outcome = 'running'",
                        outcome.word(),
                        now,
                        position,
                        summary.length() <= MAX_TEXT ? summary : summary.substring(0, MAX_TEXT - 1) + "…",
                        id)
                == 1;
    }
}
