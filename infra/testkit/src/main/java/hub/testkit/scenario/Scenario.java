package hub.testkit.scenario;

import hub.testkit.servers.SourceDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows through one connection, each statement a transaction of its own unless {@link #transaction} groups them.
 * Instants are given in ISO form and stored in UTC. Not for several threads.
 */
public final class Scenario implements AutoCloseable {

    private static final DateTimeFormatter DATETIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final SourceDatabase database;
    private Connection connection;

    public Scenario(SourceDatabase database) {
        this.database = database;
        this.connection = connected(database);
    }

    private static Connection connected(SourceDatabase database) {
        try {
            return database.connect();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot connect to " + database, e);
        }
    }

    /** After the server was away: the old connection is of no use. */
    public void reconnect() {
        connection = connected(database);
    }

    public SourceDatabase database() {
        return database;
    }

    /** The connection that everything is written through. */
    public Connection connection() {
        return connection;
    }

    /** Sees to it that the service's own tables are there, though it may never have run. */
    public void ownTables() {
        if (number("SELECT COUNT(*) FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_name = 'hub_day_rates'")
                == 0) {
            database.createOwnTables();
        }
    }

    /** Deletes all rows that answers are made from, row by row. */
    public void clear() {
        for (String table : new String[] {
            "activity_logs",
            "clock_times",
            "daily_scores",
            "employee_payrates",
            "employees",
            "role_configs",
            "department_targets",
            "employee_podfactory_mapping_v2",
            "hub_day_rates",
            "employee_goals",
            "employee_achievements",
            "achievements",
            "team_challenges",
            "challenge_participants",
            "activity_flags"
        }) {
            execute("DELETE FROM " + table);
        }
    }

    /** The roles of the domain's test vectors. */
    public void roles() {
        role(1, "Heat Pressing", "continuous", "2.00", 60, 10);
        role(2, "Packing and Shipping", "continuous", "1.00", 100, 10);
        role(3, "Picker", "batch", "0.50", 120, 5);
        role(4, "Labeler", "batch", "0.50", 120, 5);
        role(5, "Film Matching", "batch", "1.00", 120, 5);
    }

    public void role(long id, String name, String type, String multiplier, int expectedPerHour, int idleMinutes) {
        execute(
                "INSERT INTO role_configs (id, role_name, role_type, multiplier, expected_per_hour,"
                        + " idle_threshold_minutes) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                name,
                type,
                multiplier,
                expectedPerHour,
                idleMinutes);
    }

    /** Active employees {@code E1}, {@code E2} … with these ids. */
    public void employees(long... ids) {
        for (long id : ids) {
            employee(id, "E" + id);
        }
    }

    public void employee(long id, String name) {
        execute("INSERT INTO employees (id, name, is_active, current_streak) VALUES (?, ?, 1, 0)", id, name);
    }

    /** A shift; the sync writes its minutes along when it is closed. */
    public long shift(long employee, String clockIn, @Nullable String clockOut) {
        Instant in = Instant.parse(clockIn);
        Instant out = clockOut == null ? null : Instant.parse(clockOut);
        Long minutes = out == null ? null : (out.getEpochSecond() - in.getEpochSecond()) / 60;
        return insert(
                "INSERT INTO clock_times (employee_id, clock_in, clock_out, total_minutes, is_active, source)"
                        + " VALUES (?, ?, ?, ?, ?, 'connecteam')",
                employee,
                in,
                out,
                minutes,
                out == null ? 1 : 0);
    }

    /** Inserts the activity and returns its id. */
    public long activity(Activity row) {
        return insert(
                "INSERT INTO activity_logs (employee_id, role_id, activity_type, items_count, window_start, window_end,"
                        + " department, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                row.employee(),
                row.role(),
                row.type(),
                row.items(),
                row.start(),
                row.end(),
                row.department(),
                row.source());
    }

    public void score(long employee, LocalDate day, long items, String points, boolean finalized) {
        execute(
                "INSERT INTO daily_scores (employee_id, score_date, items_processed, points_earned, active_minutes,"
                        + " is_finalized) VALUES (?, ?, ?, ?, 0, ?)",
                employee,
                day.toString(),
                items,
                points,
                finalized ? 1 : 0);
    }

    /** What an item of a role, or an hour of an employee, was worth when {@code day} was sealed. */
    public void dayRate(LocalDate day, String kind, long subject, String rate) {
        execute(
                "INSERT INTO hub_day_rates (score_date, kind, subject_id, rate) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE rate = VALUES(rate)",
                day.toString(),
                kind,
                subject,
                rate);
    }

    /** Runs one statement; returns the number of rows it changed. */
    public int execute(String sql, @Nullable Object... arguments) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the statement failed: " + sql, e);
        }
    }

    /** Runs one INSERT; returns the generated key. */
    public long insert(String sql, @Nullable Object... arguments) {
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            bind(statement, arguments);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the statement failed: " + sql, e);
        }
    }

    /** The single number that a query answers with. */
    public long number(String sql, @Nullable Object... arguments) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the query failed: " + sql, e);
        }
    }

    /** The rows that a query answers with, the columns of each joined by blanks; {@code null} for NULL. */
    public List<String> rows(String sql, @Nullable Object... arguments) {
        return list(
                sql,
                row -> {
                    StringJoiner columns = new StringJoiner(" ");
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        columns.add(row.getString(i));
                    }
                    return columns.toString();
                },
                arguments);
    }

    /** The rows that a query answers with. */
    <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            try (ResultSet row = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(mapper.map(row));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the query failed: " + sql, e);
        }
    }

    /** Runs {@code work} in the transaction that is open, or else as one of its own. */
    public void together(Runnable work) {
        try {
            if (connection.getAutoCommit()) {
                transaction(work);
            } else {
                work.run();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the connection does not answer", e);
        }
    }

    /** Runs {@code work} as one transaction; rolls back if it throws. */
    public void transaction(Runnable work) {
        try {
            connection.setAutoCommit(false);
            try {
                work.run();
                connection.commit();
            } catch (RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the transaction failed", e);
        }
    }

    /** Runs {@code work} as a transaction that is rolled back. */
    public void rolledBack(Runnable work) {
        try {
            connection.setAutoCommit(false);
            try {
                work.run();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the rollback failed", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the connection did not close", e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            statement.setObject(i + 1, argument instanceof Instant instant ? DATETIME.format(instant) : argument);
        }
    }

    interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }
}
