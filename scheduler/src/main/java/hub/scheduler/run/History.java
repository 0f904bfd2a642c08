package hub.scheduler.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the ledger tells of a job's runs. Each question is answered from an index, however long the ledger is. */
final class History {

    private History() {}

    /** The keys of the runs of that job, due since then, of which nothing more is to be expected. */
    static Set<String> settled(Connection connection, String job, Instant since) throws SQLException {
        Set<String> keys = new HashSet<>();
        for (LedgerRow row : LedgerSql.rows(
                connection, "WHERE job = ? AND due_at >= ? AND outcome IN ('succeeded', 'missed')", job, since)) {
            keys.add(row.key());
        }
        return keys;
    }

    /** Missed runs of that mode, noted after {@code since}, whose day no later run has made up for, newest due first. */
    static List<LedgerRow> missed(Connection connection, String job, Mode mode, Instant since) throws SQLException {
        return LedgerSql.rows(
                connection,
                "m WHERE job = ? AND outcome = 'missed' AND started_at > ? AND run_key LIKE ? AND NOT EXISTS"
                        + " (SELECT 1 FROM hub_job_runs s WHERE s.job = m.job AND s.due_at >= m.due_at"
                        + " AND s.score_date = m.score_date AND s.outcome = 'succeeded'"
                        + " AND (s.run_key LIKE 'shadow %') = (m.run_key LIKE 'shadow %')) ORDER BY due_at DESC",
                job,
                since,
                LedgerSql.scheduledKeys(mode));
    }

    /** What was noted after {@code since}, in that mode, of due instants that were not made in time, newest due first. */
    static List<LedgerRow> coalesced(Connection connection, String job, Mode mode, Instant since) throws SQLException {
        return LedgerSql.rows(
                connection,
                "WHERE job = ? AND outcome = 'coalesced' AND started_at > ? AND run_key LIKE ? ORDER BY due_at DESC",
                job,
                since,
                LedgerSql.scheduledKeys(mode));
    }

    /** The day that was asked for first under the key of an asked run that has begun, in its mode. */
    static LocalDate firstDate(Connection connection, Run run) throws SQLException {
        String key = run.key();
        String anyDate = key.substring(0, key.length() - run.date().toString().length());
        return LedgerSql.rows(
                        connection,
                        "WHERE job = ? AND run_key BETWEEN ? AND ? ORDER BY id LIMIT 1",
                        run.job(),
                        anyDate + "0",
                        anyDate + "9~")
                .getFirst()
                .date();
    }

    /** The newest rows of a job in that mode, newest due first. */
    static List<LedgerRow> latest(Connection connection, String job, Mode mode, int count) throws SQLException {
        return LedgerSql.rows(
                connection,
                "WHERE job = ? AND outcome <> 'begun' AND (run_key LIKE 'shadow %') = ?"
                        + " ORDER BY due_at DESC, id DESC LIMIT " + count,
                job,
                mode == Mode.SHADOW);
    }

    /** The newest success of a job in that mode. */
    static Optional<LedgerRow> latestSuccess(Connection connection, String job, Mode mode) throws SQLException {
        return LedgerSql.rows(
                        connection,
                        "WHERE job = ? AND outcome = 'succeeded' AND (run_key LIKE 'shadow %') = ?"
                                + " ORDER BY due_at DESC, id DESC LIMIT 1",
                        job,
                        mode == Mode.SHADOW)
                .stream()
                .findFirst();
    }

    /**
     * Up to when, and not after {@code until}, it is known what became of the scheduled runs of that mode, or since when these
     * are to be; null if neither is known.
     */
    static @Nullable Instant lastToldOf(Connection connection, String job, Mode mode, Instant until)
            throws SQLException {
        return LedgerSql.latestDue(
                        connection,
                        "WHERE job = ? AND due_at <= ? AND (outcome IN ('succeeded', 'missed') AND cause <> 'manual'"
                                + " AND run_key LIKE ? OR run_key = ?)",
                        job,
                        until,
                        LedgerSql.scheduledKeys(mode),
                        LedgerSql.begunKey(mode))
                .orElse(null);
    }

    /** Up to when the scheduled runs of that mode are done, or since when they are to be; null if neither is known. */
    static @Nullable Instant lastScheduled(Connection connection, String job, Mode mode) throws SQLException {
        return LedgerSql.latestDue(
                        connection,
                        "WHERE job = ? AND (outcome = 'succeeded' AND cause <> 'manual' AND run_key LIKE ?"
                                + " OR run_key = ?)",
                        job,
                        LedgerSql.scheduledKeys(mode),
                        LedgerSql.begunKey(mode))
                .orElse(null);
    }
}
