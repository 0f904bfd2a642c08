package hub.mysql;

import java.util.List;

/** An index of ascending or descending columns; the direction does not matter to what it can find. */
record Index(String table, String name, List<String> columns) {

    /** The indexes of the refactoring plan, section 2.4, in the forms that both MySQL and MariaDB take. */
    static final List<Index> PLANNED = List.of(
            new Index("daily_scores", "idx_daily_scores_date_points", List.of("score_date", "points_earned")),
            new Index(
                    "activity_logs",
                    "idx_activity_logs_window_employee",
                    List.of("window_start", "employee_id", "activity_type")),
            new Index("clock_times", "idx_clock_times_clock_in_employee", List.of("clock_in", "employee_id")),
            // The plan has DATE(clock_in) here: a half-open range of clock_in asks the same of a plain column.
            new Index("clock_times", "idx_clock_times_employee_date", List.of("employee_id", "clock_in")),
            new Index(
                    "activity_logs",
                    "idx_activity_logs_type_date",
                    List.of("activity_type", "window_start", "items_count")),
            new Index("employee_payrates", "idx_employee_payrates_employee", List.of("employee_id")));

    /** Whether it finds all that {@code wanted} would: the wanted columns come first, in the same order. */
    boolean covers(Index wanted) {
        return table.equals(wanted.table)
                && columns.size() >= wanted.columns.size()
                && columns.subList(0, wanted.columns.size()).equals(wanted.columns);
    }

    String createStatement() {
        return "CREATE INDEX " + name + " ON " + table + " (" + String.join(", ", columns) + ")";
    }
}
