package hub.testkit.oracle;

import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What MySQL itself says the answers are, at the connection's read view. Runs on MySQL and on MariaDB; exact decimals
 * throughout. Not for several threads.
 */
public final class Oracle {

    private static final int DIGITS_OF_QUOTIENTS = 20;

    private final Connection connection;

    public Oracle(Connection connection) {
        this.connection = connection;
    }

    /** The leaderboard of {@code day} as it stands at {@code now}, in its order. */
    public List<Standing> leaderboard(LocalDate day, Instant now, ScoreMode mode) {
        Map<Long, Map<String, Long>> breakdowns = breakdowns(day, now, mode);
        String statement = switch (mode) {
            case LIVE -> "leaderboard-live";
            case STORED -> "leaderboard-stored";
        };
        return query(sql(statement, Asked.day(day, now, mode)), row -> {
            long id = row.getLong("id");
            return new Standing(
                    id,
                    row.getString("name"),
                    row.getBigDecimal("items"),
                    row.getBigDecimal("score"),
                    row.getBigDecimal("active_minutes"),
                    nullableLong(row, "streak"),
                    row.getBigDecimal("total_minutes"),
                    nullableLong(row, "is_clocked_in"),
                    row.getString("primary_department"),
                    row.getBoolean("open_stale"),
                    row.getBoolean("no_clock"),
                    row.getBoolean("negative_shift"),
                    breakdowns.getOrDefault(id, Map.of()));
        });
    }

    /** The departments of {@code day}, those without items last. */
    public List<Department> departments(LocalDate day, Instant now, ScoreMode mode) {
        return query(
                sql("departments", Asked.day(day, now, mode)),
                row -> new Department(
                        row.getString("department"),
                        row.getLong("people"),
                        row.getLong("clocked"),
                        row.getBigDecimal("items"),
                        row.getBigDecimal("total_hours"),
                        row.getBigDecimal("efficiency"),
                        row.getBigDecimal("vs_target"),
                        row.getBigDecimal("target_rate"),
                        row.getBigDecimal("avg_rate")));
    }

    /** The twelve hours of {@code day} that the heatmap shows at {@code now}. */
    public List<Hour> heatmap(LocalDate day, Instant now) {
        return query(
                sql("heatmap", Asked.day(day, now, ScoreMode.LIVE)),
                row -> new Hour(
                        row.getInt("hour_of_day"),
                        row.getLong("people"),
                        row.getBigDecimal("items"),
                        row.getBigDecimal("points"),
                        row.getBigDecimal("intensity")));
    }

    /** The ids of all employees, active or not. */
    public List<Long> people() {
        return query("SELECT id FROM employees ORDER BY id", row -> row.getLong(1));
    }

    /** The Central day of {@code now}. */
    public LocalDate today(Instant now) {
        return query(OracleSql.today(now), row -> LocalDate.parse(row.getString(1)))
                .getFirst();
    }

    /** What a statement answers: its rows in their order, each by column name. Texts, decimals and nulls. */
    public List<Map<String, @Nullable Object>> table(String statement, Asked asked) {
        return query(sql(statement, asked), Oracle::columns);
    }

    private static Map<String, @Nullable Object> columns(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        ResultSetMetaData meta = row.getMetaData();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            boolean text = switch (meta.getColumnType(i)) {
                case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NULL -> true;
                default -> false;
            };
            columns.put(meta.getColumnLabel(i), text ? row.getString(i) : row.getBigDecimal(i));
        }
        return columns;
    }

    private String sql(String statement, Asked asked) {
        return OracleSql.load(statement, asked, today(asked.now()));
    }

    private Map<Long, Map<String, Long>> breakdowns(LocalDate day, Instant now, ScoreMode mode) {
        Map<Long, Map<String, Long>> byEmployee = new HashMap<>();
        query(
                sql("breakdown", Asked.day(day, now, mode)),
                row -> byEmployee
                        .computeIfAbsent(row.getLong("employee_id"), employee -> new LinkedHashMap<>())
                        .put(row.getString("activity_type"), row.getLong("items")));
        return byEmployee;
    }

    private static @Nullable Long nullableLong(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : value.longValueExact();
    }

    private <T extends @Nullable Object> List<T> query(String sql, RowMapper<T> mapper) {
        try (Statement statement = connection.createStatement()) {
            // Else a quotient has four digits, and is rounded again by who rounds it: 3.64997 to 3.65 to 3.7.
            statement.execute("SET SESSION div_precision_increment = " + DIGITS_OF_QUOTIENTS);
            try (ResultSet rows = statement.executeQuery(sql)) {
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(mapper.map(rows));
                }
                return result;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the oracle's statement failed: " + sql, e);
        }
    }

    private interface RowMapper<T extends @Nullable Object> {
        T map(ResultSet row) throws SQLException;
    }
}
