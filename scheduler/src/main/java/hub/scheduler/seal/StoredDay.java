package hub.scheduler.seal;

import hub.scheduler.run.Differences;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of {@code daily_scores} of one Central day. */
public final class StoredDay {

    /** @param values null where a column is; the row is then another than any frozen one */
    private record Stored(long id, @Nullable FrozenRow values, boolean finalized) {}

    private static final String READ = "SELECT id, employee_id, items_processed, points_earned, active_minutes,"
            + " clocked_minutes, efficiency_rate, is_finalized FROM daily_scores WHERE score_date = ? ORDER BY id";
    private static final String LOCK = READ + " FOR UPDATE";
    private static final String UPDATE = "UPDATE daily_scores SET items_processed = ?, points_earned = ?,"
            + " active_minutes = ?, clocked_minutes = ?, efficiency_rate = ?, is_finalized = ? WHERE id = ?";
    private static final String INSERT = "INSERT INTO daily_scores (items_processed, points_earned, active_minutes,"
            + " clocked_minutes, efficiency_rate, is_finalized, employee_id, score_date) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String RELEASE = "UPDATE daily_scores SET is_finalized = 0 WHERE id = ?";

    private final Connection connection;
    private final LocalDate date;
    private final Map<Long, Stored> byEmployee;

    private StoredDay(Connection connection, LocalDate date, Map<Long, Stored> byEmployee) {
        this.connection = connection;
        this.date = date;
        this.byEmployee = byEmployee;
    }

    /** As the newest commit has them, locked until the transaction ends. */
    public static StoredDay lock(Connection connection, LocalDate date) throws SQLException {
        return rows(connection, LOCK, date);
    }

    /** As the transaction sees them, to be looked at only. */
    public static StoredDay read(Connection connection, LocalDate date) throws SQLException {
        return rows(connection, READ, date);
    }

    private static StoredDay rows(Connection connection, String query, LocalDate date) throws SQLException {
        Map<Long, Stored> byEmployee = new LinkedHashMap<>();
        try (PreparedStatement sql = connection.prepareStatement(query)) {
            sql.setObject(1, date);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    // One row per employee and day is the schema's rule; without its key the youngest row counts.
                    byEmployee.put(
                            row.getLong("employee_id"),
                            new Stored(row.getLong("id"), values(row), row.getBoolean("is_finalized")));
                }
            }
        }
        return new StoredDay(connection, date, byEmployee);
    }

    /** Those that are not stored as {@code finalized} with these values. */
    public List<FrozenRow> different(List<FrozenRow> rows, boolean finalized) {
        List<FrozenRow> different = new ArrayList<>();
        for (FrozenRow row : rows) {
            Stored stored = byEmployee.get(row.employeeId());
            if (stored == null || stored.finalized() != finalized || !row.equals(stored.values())) {
                different.add(row);
            }
        }
        return different;
    }

    /** Whether the finalized rows are those that {@code seal} covers: as many, with its hash. */
    public boolean isAsSealed(Seal seal) {
        List<FrozenRow> rows = new ArrayList<>();
        for (Stored row : byEmployee.values()) {
            if (!row.finalized()) {
                continue;
            }
            if (row.values() == null) {
                return false;
            }
            rows.add(row.values());
        }
        return rows.size() == seal.rows() && FrozenRows.hash(rows).equals(seal.hash());
    }

    /** Of whom a finalized row is stored that is none of {@code rows}: people who were deleted, with all that they did. */
    List<Long> finalizedBeyond(List<FrozenRow> rows) {
        Set<Long> known = rows.stream().map(FrozenRow::employeeId).collect(Collectors.toSet());
        return byEmployee.entrySet().stream()
                .filter(row -> row.getValue().finalized() && !known.contains(row.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Says of these people's rows that no seal covers them; the rows stay. */
    void release(List<Long> employees) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(RELEASE)) {
            for (long employee : employees) {
                sql.setLong(1, Objects.requireNonNull(byEmployee.get(employee)).id());
                sql.executeUpdate();
            }
        }
    }

    /** Of the rows as they were when they were read; with {@code sealed}, of those that a seal covers. */
    Totals totals(boolean sealed) {
        return Totals.of(byEmployee.values().stream()
                .filter(row -> row.finalized() || !sealed)
                .map(Stored::values)
                .filter(Objects::nonNull)
                .toList());
    }

    /** How those rows differ from what is stored, or would be as {@code finalized}. */
    public Differences describe(List<FrozenRow> different, boolean finalized) {
        Differences differences = new Differences();
        for (FrozenRow row : different) {
            Stored stored = byEmployee.get(row.employeeId());
            differences.add(RowDifference.between(
                    row, finalized, stored == null ? null : stored.values(), stored != null && stored.finalized()));
        }
        return differences;
    }

    public boolean isFinalized(long employeeId) {
        Stored stored = byEmployee.get(employeeId);
        return stored != null && stored.finalized();
    }

    public boolean has(long employeeId) {
        return byEmployee.containsKey(employeeId);
    }

    /** Stores these rows: those of employees who have one are changed, the others are new. */
    public void store(List<FrozenRow> rows, boolean finalized) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (FrozenRow row : rows) {
                Stored stored = byEmployee.get(row.employeeId());
                PreparedStatement sql = stored == null ? insert : update;
                sql.setLong(1, row.items());
                sql.setBigDecimal(2, row.points());
                sql.setLong(3, row.activeMinutes());
                sql.setLong(4, row.clockedMinutes());
                sql.setBigDecimal(5, row.efficiency());
                sql.setInt(6, finalized ? 1 : 0);
                if (stored == null) {
                    sql.setLong(7, row.employeeId());
                    sql.setObject(8, date);
                } else {
                    sql.setLong(7, stored.id());
                }
                sql.addBatch();
            }
            update.executeBatch();
            insert.executeBatch();
        }
    }

    private static @Nullable FrozenRow values(ResultSet row) throws SQLException {
        BigDecimal items = row.getBigDecimal("items_processed");
        BigDecimal points = row.getBigDecimal("points_earned");
        BigDecimal active = row.getBigDecimal("active_minutes");
        BigDecimal clocked = row.getBigDecimal("clocked_minutes");
        BigDecimal efficiency = row.getBigDecimal("efficiency_rate");
        if (items == null || points == null || active == null || clocked == null || efficiency == null) {
            return null;
        }
        try {
            return new FrozenRow(
                    row.getLong("employee_id"),
                    items.longValueExact(),
                    points,
                    active.longValueExact(),
                    clocked.longValueExact(),
                    efficiency);
        } catch (ArithmeticException moreDigitsThanARecordHas) {
            return null;
        }
    }
}
