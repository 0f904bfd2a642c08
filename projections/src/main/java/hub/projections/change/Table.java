package hub.projections.change;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The captured tables and exactly the columns that enter the stream. The connector's include lists, the grants that
 * {@code doctor} prints and the preflight's column check are all generated from here; a column that is not listed
 * (PINs, tokens, e-mail addresses) never leaves MySQL.
 */
public enum Table {
    ACTIVITY_LOGS(
            "activity_logs",
            "id",
            "employee_id",
            "role_id",
            "activity_type",
            "items_count",
            "window_start",
            "window_end",
            "department",
            "source"),
    CLOCK_TIMES("clock_times", "id", "employee_id", "clock_in", "clock_out", "total_minutes", "break_minutes"),
    DAILY_SCORES(
            "daily_scores",
            "id",
            "employee_id",
            "score_date",
            "items_processed",
            "points_earned",
            "active_minutes",
            "is_finalized"),
    EMPLOYEES("employees", "id", "name", "is_active", "current_streak"),
    ROLE_CONFIGS(
            "role_configs",
            "id",
            "role_name",
            "role_type",
            "multiplier",
            "expected_per_hour",
            "idle_threshold_minutes"),
    EMPLOYEE_PAYRATES("employee_payrates", "id", "employee_id", "pay_rate", "pay_type", "effective_date", "notes"),
    /** The service's own canary row; see {@link Canary}. */
    HEARTBEAT("hub_heartbeat", "id", "n", "written_at");

    private final String sqlName;
    private final List<String> columns;

    Table(String sqlName, String... columns) {
        this.sqlName = sqlName;
        this.columns = List.of(columns);
    }

    /** The table's name in MySQL, without its schema. */
    public String sqlName() {
        return sqlName;
    }

    /** The captured columns, primary key first. */
    public List<String> columns() {
        return columns;
    }

    /** The captured table of that name (exact case), if there is one. */
    public static Optional<Table> named(String sqlName) {
        return Arrays.stream(values()).filter(t -> t.sqlName.equals(sqlName)).findFirst();
    }
}
