package hub.projections.change;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The captured tables and exactly the columns that enter the stream. The connector's include lists, the grants that
 * {@code doctor} prints and the preflight's column check are all generated from here; a column that is not listed
 * (PINs, tokens, private addresses) never leaves MySQL.
 *
 * <p>A {@code ?} after a name marks what a real database may lack: a table then has no rows, a column is {@code NULL} in
 * all of them, or the number that follows: a goal is active where none can be taken back. Should it come later, by {@code
 * CREATE TABLE} or as a column that is the same in the existing rows, the stream follows. Which of these tables are there is known at every position: see {@link hub.projections.source.SourceTables}.
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
    EMPLOYEES(
            "employees",
            "id",
            "name",
            "is_active",
            "current_streak",
            "email?",
            "connecteam_user_id?",
            "archived_at?",
            "role_id?",
            "achievement_points?",
            "hire_date?",
            "is_new_employee?0",
            "is_contractor?0"),
    ROLE_CONFIGS(
            "role_configs",
            "id",
            "role_name",
            "role_type",
            "multiplier",
            "expected_per_hour",
            "idle_threshold_minutes"),
    EMPLOYEE_PAYRATES("employee_payrates", "id", "employee_id", "pay_rate", "pay_type", "effective_date", "notes"),
    DEPARTMENT_TARGETS("department_targets?", "id", "department_name", "target_rate_per_person"),
    EMPLOYEE_PODFACTORY_MAPPING(
            "employee_podfactory_mapping_v2?",
            "id",
            "employee_id",
            "podfactory_email",
            "podfactory_name?",
            "similarity_score?",
            "confidence_level?",
            "is_verified?",
            "created_at?"),
    EMPLOYEE_GOALS(
            "employee_goals?",
            "id",
            "employee_id",
            "goal_type?",
            "metric?",
            "target_value?",
            "start_date?",
            "end_date?",
            "is_active?1",
            "created_at?"),
    EMPLOYEE_ACHIEVEMENTS(
            "employee_achievements?", "id", "employee_id", "achievement_key", "earned_at?", "points_awarded?"),
    ACHIEVEMENTS(
            "achievements?",
            "id",
            "employee_id",
            "achievement_key",
            "achievement_name?",
            "description?",
            "points_awarded?",
            "achievement_type?",
            "earned_date"),
    TEAM_CHALLENGES(
            "team_challenges?",
            "id",
            "role_id?",
            "challenge_type?",
            "challenge_name?",
            "description?",
            "target_value?",
            "current_value?",
            "start_date?",
            "end_date?",
            "reward_points?",
            "is_active?1"),
    CHALLENGE_PARTICIPANTS("challenge_participants?", "id", "challenge_id", "employee_id"),
    ACTIVITY_FLAGS(
            "activity_flags?",
            "id",
            "activity_log_id",
            "flag_type",
            "flag_reason?",
            "is_reviewed?",
            "reviewed_at?",
            "created_at?"),
    /** The service's own, as its jobs write them. */
    SEALS(
            "hub_seals?",
            "id",
            "score_date",
            "version",
            "kind",
            "position",
            "evaluated_at",
            "sealed_at",
            "row_count",
            "hash"),
    DAY_RATES("hub_day_rates?", "id", "score_date", "kind", "subject_id", "rate"),
    /** The service's own canary row; see {@link Canary}. */
    HEARTBEAT("hub_heartbeat", "id", "n", "written_at");

    private static final String MAY_LACK = "?";

    private final String sqlName;
    private final boolean optional;
    private final List<String> columns;
    private final Map<String, OptionalLong> absent;

    Table(String name, String... columns) {
        this.sqlName = plain(name);
        this.optional = name.contains(MAY_LACK);
        this.columns = Arrays.stream(columns).map(Table::plain).toList();
        this.absent = Arrays.stream(columns)
                .filter(column -> column.contains(MAY_LACK))
                .collect(Collectors.toUnmodifiableMap(Table::plain, Table::valueIfAbsent));
    }

    private static String plain(String name) {
        int end = name.indexOf(MAY_LACK);
        return end < 0 ? name : name.substring(0, end);
    }

    private static OptionalLong valueIfAbsent(String name) {
        String value = name.substring(name.indexOf(MAY_LACK) + 1);
        return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value));
    }

    /** The table's name in MySQL, without its schema. */
    public String sqlName() {
        return sqlName;
    }

    /** The captured columns, primary key first. */
    public List<String> columns() {
        return columns;
    }

    /** Whether a real database may lack the table. */
    public boolean isOptional() {
        return optional;
    }

    /** Whether the service creates the table itself, and upgrades it. */
    public boolean isOwn() {
        return sqlName.startsWith("hub_");
    }

    /** Whether a real database may lack that column of the table. */
    public boolean isOptional(String column) {
        return absent.containsKey(column);
    }

    /** What every row has in that column if the column is not there; empty = {@code NULL}. */
    public OptionalLong absent(String column) {
        return absent.getOrDefault(column, OptionalLong.empty());
    }

    /** Whether every real database has the table and all its captured columns. */
    public boolean isCertain() {
        return !optional && absent.isEmpty();
    }

    /** The captured table of that name (exact case), if there is one. */
    public static Optional<Table> named(String sqlName) {
        return Arrays.stream(values()).filter(t -> t.sqlName.equals(sqlName)).findFirst();
    }
}
