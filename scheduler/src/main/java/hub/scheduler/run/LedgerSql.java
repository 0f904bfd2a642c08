package hub.scheduler.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of {@code hub_job_runs}, and how its keys are spelled. Instants are {@code DATETIME}s in UTC there. */
final class LedgerSql {

    private LedgerSql() {}

    /** A pattern of the keys of scheduled runs: these begin with their due instant. */
    static String scheduledKeys(Mode mode) {
        return Run.prefix(mode) + "2%";
    }

    static String begunKey(Mode mode) {
        return "begun " + mode.word();
    }

    static int change(Connection connection, String statement, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(statement)) {
            bind(sql, parameters);
            return sql.executeUpdate();
        }
    }

    static List<LedgerRow> rows(Connection connection, String condition, Object... parameters) throws SQLException {
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

    /** When the latest of the rows that meet {@code condition} was due. */
    static Optional<Instant> latestDue(Connection connection, String condition, Object... parameters)
            throws SQLException {
        return rows(connection, condition + " ORDER BY due_at DESC LIMIT 1", parameters).stream()
                .map(LedgerRow::dueAt)
                .findFirst();
    }

    static void bind(PreparedStatement sql, @Nullable Object... parameters) throws SQLException {
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
