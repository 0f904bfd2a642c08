package hub.bench.load;

import hub.testkit.servers.SourceDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.function.LongFunction;

/** Tables filled as fast as the database takes rows: what a snapshot reads. */
public record Bulk(SourceDatabase database, int employees, int days) {

    /** The first day of every workload. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

    private static final int ROWS_PER_STATEMENT = 1_000;
    private static final int WINDOWS_PER_DAY = 60;

    /** Windows of ten minutes, spread evenly over people and days, in the order of days: as they come in a warehouse. */
    public void activities(long rows) {
        write(
                rows,
                "activity_logs (report_id, employee_id, role_id, activity_type, items_count, window_start, window_end,"
                        + " department, source)",
                row -> {
                    long minute = row * 7 % WINDOWS_PER_DAY * 10;
                    LocalDate day = FIRST_DAY.plusDays(row * days / rows);
                    String start = "'%s %02d:%02d:".formatted(day, 12 + minute / 60, minute % 60);
                    return "('R%d',%d,%d,'QC Passed',%d,%s00',%s59','Packing','%s')"
                            .formatted(
                                    row,
                                    employee(row),
                                    1 + row % 5,
                                    1 + row % 60,
                                    start,
                                    start,
                                    row % 20 == 0 ? "manual" : "podfactory");
                });
    }

    /** One for each person and day, from the first day on. */
    public void shifts(long rows) {
        write(
                rows,
                "clock_times (employee_id, clock_in, clock_out, total_minutes)",
                row -> "(%d,'%s 12:00:00','%s 20:00:00',480)".formatted(employee(row), day(row), day(row)));
    }

    /** Stored scores of single days; at most one for each person and day. */
    public void scores(long rows) {
        write(
                rows,
                "daily_scores (employee_id, score_date, items_processed, points_earned)",
                row -> "(%d,'%s',%d,%d.50)".formatted(employee(row), day(row), row % 900, row % 800));
    }

    private long employee(long row) {
        return 1 + row % employees;
    }

    private LocalDate day(long row) {
        return FIRST_DAY.plusDays(row / employees % days);
    }

    private void write(long rows, String into, LongFunction<String> values) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (long at = 0; at < rows; ) {
                StringBuilder sql = new StringBuilder("INSERT INTO " + into + " VALUES ");
                long end = Math.min(rows, at + ROWS_PER_STATEMENT);
                for (String comma = ""; at < end; at++, comma = ",") {
                    sql.append(comma).append(values.apply(at));
                }
                statement.execute(sql.toString());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(into + " of " + database.name() + " cannot be filled", e);
        }
    }
}
