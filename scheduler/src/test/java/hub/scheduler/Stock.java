package hub.scheduler;

import hub.mysql.JdbcUrl;
import hub.mysql.MysqlSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A warehouse's database as its writers see it; each call is one transaction. */
public record Stock(MysqlSettings schema) {

    /** With the five roles and {@code people} people. */
    public static Stock with(MysqlSettings schema, int people) {
        Stock stock = new Stock(schema);
        stock.role(1, "Heat Pressing", "continuous", "2.00", "60", 10);
        stock.role(2, "Packing and Shipping", "continuous", "1.00", "100", 10);
        stock.role(3, "Picker", "batch", "0.50", "120", 5);
        stock.role(4, "Labeler", "batch", "0.50", "110", 5);
        stock.role(5, "Film Matching", "batch", "1.25", "70", 5);
        for (int id = 1; id <= people; id++) {
            stock.run("INSERT INTO employees (id, name, is_active) VALUES (?, ?, 1)", id, "E" + id);
        }
        return stock;
    }

    public void role(
            int id, String name, String type, String multiplier, @Nullable String expected, @Nullable Integer pause) {
        run(
                "REPLACE INTO role_configs (id, role_name, role_type, multiplier, expected_per_hour, idle_threshold_minutes)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                id,
                name,
                type,
                multiplier,
                expected,
                pause);
    }

    public void window(
            int employee, @Nullable Integer role, @Nullable Integer items, Instant start, @Nullable Instant end) {
        run(
                "INSERT INTO activity_logs (employee_id, role_id, items_count, window_start, window_end, source)"
                        + " VALUES (?, ?, ?, ?, ?, 'podfactory')",
                employee,
                role,
                items,
                start,
                end);
    }

    /** A window that was recorded at that instant; {@code report} is unique. */
    public void recorded(
            @Nullable String report,
            int employee,
            int role,
            int items,
            Instant start,
            @Nullable Instant end,
            Instant at) {
        run(
                "INSERT INTO activity_logs (report_id, employee_id, role_id, items_count, window_start, window_end, source,"
                        + " created_at) VALUES (?, ?, ?, ?, ?, ?, 'podfactory', ?)",
                report,
                employee,
                role,
                items,
                start,
                end,
                at);
    }

    public void shift(int employee, Instant in, @Nullable Instant out) {
        run("INSERT IGNORE INTO clock_times (employee_id, clock_in, clock_out) VALUES (?, ?, ?)", employee, in, out);
    }

    public void run(String statement, @Nullable Object... values) {
        try (Connection connection = connect();
                PreparedStatement sql = connection.prepareStatement(statement)) {
            bind(sql, values);
            sql.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The columns of each row, joined by blanks; {@code -} for NULL. */
    public List<String> rows(String query, @Nullable Object... values) {
        try (Connection connection = connect();
                PreparedStatement sql = connection.prepareStatement(query)) {
            bind(sql, values);
            try (ResultSet row = sql.executeQuery()) {
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String value = row.getString(i);
                        text.append(i == 1 ? "" : " ").append(value == null ? "-" : value);
                    }
                    rows.add(text.toString());
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(JdbcUrl.of(schema), schema.username(), schema.password());
    }

    private static void bind(PreparedStatement sql, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            sql.setObject(
                    i + 1, value instanceof Instant instant ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : value);
        }
    }
}
