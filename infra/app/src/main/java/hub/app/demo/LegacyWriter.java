package hub.app.demo;

import hub.projections.time.CentralDay;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does to the database what the legacy writers do, with their statements. One happening is one transaction. */
final class LegacyWriter {

    private static final MultiRow WINDOWS = new MultiRow(
            "activity_logs",
            List.of(
                    "report_id",
                    "employee_id",
                    "role_id",
                    "activity_type",
                    "scan_type",
                    "items_count",
                    "window_start",
                    "window_end",
                    "duration_minutes",
                    "department",
                    "source",
                    "reference_id"),
            " ON DUPLICATE KEY UPDATE items_count = VALUES(items_count)");

    private static final List<String> SHIFT_COLUMNS =
            List.of("employee_id", "clock_in", "clock_out", "total_minutes", "is_active", "source");
    private static final MultiRow SHIFTS = new MultiRow(
            "clock_times",
            SHIFT_COLUMNS,
            " ON DUPLICATE KEY UPDATE clock_out = VALUES(clock_out), total_minutes = VALUES(total_minutes),"
                    + " is_active = VALUES(is_active), updated_at = CURRENT_TIMESTAMP");
    private static final MultiRow NEW_SHIFTS = new MultiRow("clock_times", SHIFT_COLUMNS, "");

    /** Parameters: date, now, start, end, start, end, date, finalized. */
    private static final String SCORES = """
            INSERT INTO daily_scores (employee_id, score_date, items_processed, points_earned, active_minutes,
                                      clocked_minutes, efficiency_rate, is_finalized)
            SELECT e.id, ?, COALESCE(a.items, 0), COALESCE(a.points, 0), COALESCE(a.minutes, 0),
                   COALESCE(c.minutes, 0), COALESCE(ROUND(LEAST(1, a.minutes / NULLIF(c.minutes, 0)), 2), 0), ?
              FROM employees e
              LEFT JOIN (SELECT l.employee_id, SUM(l.items_count) AS items, SUM(l.items_count * r.multiplier) AS points,
                                SUM(l.duration_minutes) AS minutes
                           FROM activity_logs l JOIN role_configs r ON r.id = l.role_id
                          WHERE l.window_start >= ? AND l.window_start < ?
                          GROUP BY l.employee_id) a ON a.employee_id = e.id
              LEFT JOIN (SELECT t.employee_id, SUM(t.total_minutes) AS minutes
                           FROM clock_times t
                          WHERE t.clock_in >= ? AND t.clock_in < ?
                          GROUP BY t.employee_id) c ON c.employee_id = e.id
             WHERE a.employee_id IS NOT NULL OR c.employee_id IS NOT NULL
            ON DUPLICATE KEY UPDATE items_processed = VALUES(items_processed), points_earned = VALUES(points_earned),
                   active_minutes = VALUES(active_minutes), clocked_minutes = VALUES(clocked_minutes),
                   efficiency_rate = VALUES(efficiency_rate), is_finalized = VALUES(is_finalized),
                   updated_at = CURRENT_TIMESTAMP
            """;

    private final Connection connection;

    /** @param connection with auto-commit off */
    LegacyWriter(Connection connection) {
        this.connection = connection;
    }

    void write(Happening happening) throws SQLException {
        switch (happening) {
            case Happening.WindowsSynced synced -> WINDOWS.insert(connection, windowRows(synced.windows()));
            case Happening.ShiftsSynced synced -> SHIFTS.insert(connection, shiftRows(synced.shifts(), synced.at()));
            case Happening.ScoresSynced synced -> syncScores(synced.date(), synced.finalized());
            case Happening.ItemsCorrected corrected ->
                run(
                        "UPDATE activity_logs SET items_count = ? WHERE report_id = ?",
                        corrected.items(),
                        corrected.reportId());
            case Happening.WindowMoved moved ->
                run(
                        "UPDATE activity_logs SET employee_id = ? WHERE report_id = ?",
                        moved.toEmployeeId(),
                        moved.reportId());
            case Happening.WindowDeleted deleted ->
                run("DELETE FROM activity_logs WHERE report_id = ?", deleted.reportId());
            case Happening.ShiftsRewritten rewritten -> rewriteShifts(rewritten.day());
            case Happening.DayCleared cleared -> clear(cleared.date());
        }
        connection.commit();
    }

    private void syncScores(LocalDate date, boolean finalized) throws SQLException {
        CentralDay day = new CentralDay(date);
        String start = Utc.text(day.start());
        String end = Utc.text(day.end());
        run(SCORES, date.toString(), finalized ? 1 : 0, start, end, start, end);
    }

    private void rewriteShifts(Day day) throws SQLException {
        deleteOfDay("clock_times", "clock_in", day.date());
        Instant end = new CentralDay(day.date()).end();
        NEW_SHIFTS.insert(connection, shiftRows(day.shifts(), end));
    }

    private void clear(LocalDate date) throws SQLException {
        deleteOfDay("activity_logs", "window_start", date);
        deleteOfDay("clock_times", "clock_in", date);
        run("DELETE FROM daily_scores WHERE score_date = ?", date.toString());
    }

    private void deleteOfDay(String table, String column, LocalDate date) throws SQLException {
        CentralDay day = new CentralDay(date);
        run(
                "DELETE FROM " + table + " WHERE " + column + " >= ? AND " + column + " < ?",
                Utc.text(day.start()),
                Utc.text(day.end()));
    }

    private void run(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    private static List<List<@Nullable Object>> windowRows(List<Window> windows) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Window w : windows) {
            rows.add(row(
                    w.reportId(),
                    w.employeeId(),
                    w.job().roleId,
                    w.job().activityType,
                    w.job().scanType(),
                    w.items(),
                    Utc.text(w.start()),
                    Utc.text(w.end()),
                    java.time.Duration.between(w.start(), w.end()).toMinutes(),
                    w.job().department,
                    "podfactory",
                    w.reportId()));
        }
        return rows;
    }

    private static List<List<@Nullable Object>> shiftRows(List<Shift> shifts, Instant now) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Shift s : shifts) {
            Instant out = s.out();
            rows.add(row(
                    s.employeeId(),
                    Utc.text(s.in()),
                    out == null ? null : Utc.text(out),
                    s.minutesAt(now),
                    out == null ? 1 : 0,
                    "connecteam"));
        }
        return rows;
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return java.util.Arrays.asList(values);
    }
}
