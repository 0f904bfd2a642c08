package hub.projections.change;

import java.util.Optional;

/**
 * The indexed column by whose day or hour a table's rows are filed, and by which it is therefore read in parts.
 *
 * @param day whether it is a Central {@code DATE}; otherwise a {@code DATETIME} in UTC
 */
public record RangeColumn(String name, boolean day) {

    /** Empty for small tables, which are read whole. */
    public static Optional<RangeColumn> of(Table table) {
        return switch (table) {
            case ACTIVITY_LOGS -> Optional.of(new RangeColumn("window_start", false));
            case CLOCK_TIMES -> Optional.of(new RangeColumn("clock_in", false));
            case DAILY_SCORES, SEALS, DAY_RATES -> Optional.of(new RangeColumn("score_date", true));
            case EMPLOYEES,
                    ROLE_CONFIGS,
                    EMPLOYEE_PAYRATES,
                    DEPARTMENT_TARGETS,
                    EMPLOYEE_PODFACTORY_MAPPING,
                    EMPLOYEE_GOALS,
                    EMPLOYEE_ACHIEVEMENTS,
                    ACHIEVEMENTS,
                    TEAM_CHALLENGES,
                    CHALLENGE_PARTICIPANTS,
                    ACTIVITY_FLAGS,
                    HEARTBEAT -> Optional.empty();
        };
    }
}
