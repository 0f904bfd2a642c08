package hub.scheduler.warmup;

import hub.projections.time.CentralDay;
import hub.scheduler.run.JobsDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * Windows of work that were written more than once: rows beyond the first of each source and reference. All of them count
 * in every answer, as in SQL (domain Decision 9); here is told how many they are. The references stay in MySQL.
 */
final class Duplicates {

    private static final String HAS_REFERENCES = "SELECT 1 FROM information_schema.columns"
            + " WHERE table_schema = DATABASE() AND table_name = 'activity_logs' AND column_name = 'reference_id'";

    /** Exact, letter by letter; who names no source or no reference repeats nothing. */
    private static final String COUNT =
            "SELECT COUNT(*) - COUNT(DISTINCT CAST(source AS BINARY), CAST(reference_id AS BINARY)) FROM activity_logs"
                    + " WHERE window_start >= ? AND window_start < ? AND source IS NOT NULL AND reference_id <> ''";

    private final JobsDatabase database;

    Duplicates(JobsDatabase database) {
        this.database = database;
    }

    /** Of the windows that began on the days {@code first} to {@code last}; empty if rows of this database have no reference. */
    OptionalLong of(LocalDate first, LocalDate last) {
        try (Connection connection = database.connect()) {
            if (!hasReferences(connection)) {
                return OptionalLong.empty();
            }
            try (PreparedStatement sql = connection.prepareStatement(COUNT)) {
                sql.setObject(1, LocalDateTime.ofInstant(new CentralDay(first).start(), ZoneOffset.UTC));
                sql.setObject(2, LocalDateTime.ofInstant(new CentralDay(last).end(), ZoneOffset.UTC));
                try (ResultSet row = sql.executeQuery()) {
                    row.next();
                    return OptionalLong.of(row.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("MySQL cannot be asked for repeated rows: " + e.getMessage(), e);
        }
    }

    private static boolean hasReferences(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(HAS_REFERENCES);
                ResultSet row = sql.executeQuery()) {
            return row.next();
        }
    }
}
