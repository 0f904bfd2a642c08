package hub.scheduler.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Attempts of so long ago that the ledger need not tell of them. They are found without a lock among those that were noted
 * first, and deleted one by one: all jobs begin and end in that table meanwhile, and a key of the time alone would mislead
 * whoever asks for the newest of a job.
 */
final class OldAttempts {

    private static final Duration REMEMBERED = Duration.ofDays(400);
    /** More than two days' worth, so that a ledger that was let grow is caught up with. */
    private static final int MOST = 3_000;

    private static final String FIND = "SELECT id FROM (SELECT id, outcome, due_at FROM hub_job_runs ORDER BY id LIMIT "
            + MOST + ") AS first_ones WHERE outcome <> 'begun' AND due_at < ?";
    private static final String DELETE = "DELETE FROM hub_job_runs WHERE id = ?";

    private OldAttempts() {}

    /** @return how many there were */
    static int forget(Connection connection, Instant now) throws SQLException {
        List<Long> old = find(connection, now.minus(REMEMBERED));
        if (!old.isEmpty()) {
            try (PreparedStatement sql = connection.prepareStatement(DELETE)) {
                for (long id : old) {
                    sql.setLong(1, id);
                    sql.addBatch();
                }
                sql.executeBatch();
            }
        }
        return old.size();
    }

    private static List<Long> find(Connection connection, Instant before) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement sql = connection.prepareStatement(FIND)) {
            sql.setObject(1, LocalDateTime.ofInstant(before, ZoneOffset.UTC));
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        return ids;
    }
}
