package hub.scheduler.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        String key = begunKey(mode);
        change(
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
        return rows(connection, "WHERE job = ? AND run_key = ?", job, key)
                .getFirst()
                .dueAt();
    }

    /** The keys of the runs of that job, due since then, of which nothing more is to be expected. */
    static Set<String> settled(Connection connection, String job, Instant since) throws SQLException {
        Set<String> keys = new HashSet<>();
        for (LedgerRow row :
                rows(connection, "WHERE job = ? AND due_at >= ? AND outcome IN ('succeeded', 'missed')", job, since)) {
            keys.add(row.key());
        }
        return keys;
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
        rows(connection, "WHERE job = ? AND run_key = ? FOR UPDATE", run.job(), begunKey(run.mode()));
        for (LedgerRow open : rows(
                connection,
                "WHERE job = ? AND outcome = 'running' AND due_at >= ?",
                run.job(),
                run.dueAt().minus(LOOK_BACK))) {
            end(connection, open.id(), RunOutcome.ABANDONED, now, null, "taken over by " + instance);
        }
        int last = 0;
        for (LedgerRow row :
                rows(connection, "WHERE job = ? AND run_key = ? ORDER BY attempt FOR UPDATE", run.job(), run.key())) {
            if (row.outcome() == RunOutcome.SUCCEEDED) {
                return Optional.empty();
            }
            last = row.attempt();
        }
        List<Instant> passed = List.of();
        if (plan.catchUp() == CatchUp.COALESCED && run.cause() != Run.Cause.MANUAL) {
            Instant before = lastScheduled(connection, run.job(), run.mode());
            if (before != null && !before.isBefore(run.dueAt())) {
                return Optional.empty();
            }
            if (before != null) {
                List<Instant> due = plan.schedule().dueIn(before, run.dueAt());
                passed = due.subList(0, due.size() - 1);
            }
        }
        int noted = coalesced(connection, plan, run, passed, instance, now);
        return Optional.of(
                new Attempt(insert(connection, run, last + 1, instance, now), run, last + 1, passed.size(), noted));
    }

    /**
     * Notes, in one row, the due instants that {@code run} stands for and of which nothing is noted yet.
     *
     * @return how many these are
     */
    private static int coalesced(
            Connection connection, JobPlan plan, Run run, List<Instant> passed, String instance, Instant now)
            throws SQLException {
        if (passed.isEmpty()) {
            return 0;
        }
        Instant told = rows(
                        connection,
                        "WHERE job = ? AND outcome = 'coalesced' AND run_key LIKE ? ORDER BY due_at DESC LIMIT 1",
                        run.job(),
                        scheduledKeys(run.mode()))
                .stream()
                .map(LedgerRow::dueAt)
                .findFirst()
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

    private static long insert(Connection connection, Run run, int attempt, String instance, Instant now)
            throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(
                "INSERT INTO hub_job_runs (job, run_key, due_at, score_date, cause, attempt, instance, started_at,"
                        + " outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'running')",
                PreparedStatement.RETURN_GENERATED_KEYS)) {
            bind(sql, run.job(), run.key(), run.dueAt(), run.date(), run.cause().word(), attempt, instance, now);
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
        List<LedgerRow> held = rows(connection, "WHERE id = ? AND outcome = 'running' FOR UPDATE", attempt.id());
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

    /** Notes a run that nobody made in time; does nothing if it is noted already. */
    static void missed(Connection connection, Run run, String instance, Instant now) throws SQLException {
        notRun(connection, run, RunOutcome.MISSED, instance, now, "not run until its grace was over");
    }

    private static void notRun(
            Connection connection, Run run, RunOutcome outcome, String instance, Instant now, String summary)
            throws SQLException {
        change(
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

    /** Missed runs noted after {@code since} whose day no later run has made up for, newest due first. */
    static List<LedgerRow> missed(Connection connection, String job, Instant since) throws SQLException {
        return rows(
                connection,
                "m WHERE job = ? AND outcome = 'missed' AND started_at > ? AND NOT EXISTS (SELECT 1 FROM hub_job_runs s"
                        + " WHERE s.job = m.job AND s.score_date = m.score_date AND s.outcome = 'succeeded'"
                        + " AND (s.run_key LIKE 'shadow %') = (m.run_key LIKE 'shadow %')) ORDER BY due_at DESC",
                job,
                since);
    }

    /** What was noted after {@code since} of due instants that were not made in time, newest due first. */
    static List<LedgerRow> coalesced(Connection connection, String job, Instant since) throws SQLException {
        return rows(
                connection,
                "WHERE job = ? AND outcome = 'coalesced' AND started_at > ? ORDER BY due_at DESC",
                job,
                since);
    }

    /** The newest rows of a job, newest due first. */
    static List<LedgerRow> latest(Connection connection, String job, int count) throws SQLException {
        return rows(
                connection, "WHERE job = ? AND outcome <> 'begun' ORDER BY due_at DESC, id DESC LIMIT " + count, job);
    }

    /** The newest success of a job. */
    static Optional<LedgerRow> latestSuccess(Connection connection, String job) throws SQLException {
        return rows(connection, "WHERE job = ? AND outcome = 'succeeded' ORDER BY due_at DESC, id DESC LIMIT 1", job)
                .stream()
                .findFirst();
    }

    /** Up to when the scheduled runs of that mode are done, or since when they are to be; null if neither is known. */
    static @Nullable Instant lastScheduled(Connection connection, String job, Mode mode) throws SQLException {
        return rows(
                        connection,
                        "WHERE job = ? AND (outcome = 'succeeded' AND cause <> 'manual' AND run_key LIKE ?"
                                + " OR run_key = ?) ORDER BY due_at DESC LIMIT 1",
                        job,
                        scheduledKeys(mode),
                        begunKey(mode))
                .stream()
                .map(LedgerRow::dueAt)
                .findFirst()
                .orElse(null);
    }

    /** A pattern of the keys of scheduled runs: these begin with their due instant. */
    private static String scheduledKeys(Mode mode) {
        return Run.prefix(mode) + "2%";
    }

    private static String begunKey(Mode mode) {
        return "begun " + mode.word();
    }

    private static boolean end(
            Connection connection, long id, RunOutcome outcome, Instant now, @Nullable String position, String summary)
            throws SQLException {
        return change(
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

    private static int change(Connection connection, String statement, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(statement)) {
            bind(sql, parameters);
            return sql.executeUpdate();
        }
    }

    private static List<LedgerRow> rows(Connection connection, String condition, Object... parameters)
            throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT * FROM hub_job_runs " + condition)) {
            bind(sql, parameters);
            List<LedgerRow> rows = new ArrayList<>();
            try (ResultSet found = sql.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            return rows;
        }
    }

    private static void bind(PreparedStatement sql, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            sql.setObject(
                    i + 1, value instanceof Instant instant ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : value);
        }
    }

    private static LedgerRow row(ResultSet row) throws SQLException {
        return new LedgerRow(
                row.getLong("id"),
                row.getString("job"),
                row.getString("run_key"),
                instant(row.getObject("due_at", LocalDateTime.class)),
                row.getObject("score_date", LocalDate.class),
                row.getString("cause"),
                row.getInt("attempt"),
                row.getString("instance"),
                instant(row.getObject("started_at", LocalDateTime.class)),
                row.getObject("ended_at") == null ? null : instant(row.getObject("ended_at", LocalDateTime.class)),
                RunOutcome.of(row.getString("outcome")),
                row.getString("position"),
                row.getString("summary"));
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }
}
