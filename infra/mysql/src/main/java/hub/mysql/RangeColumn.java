package hub.mysql;

import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import hub.projections.shifts.ClockOutDay;
import java.util.Optional;

/**
 * The indexed column by which a table is read in parts.
 *
 * @param day whether it is a Central {@code DATE}; otherwise a {@code DATETIME} in UTC
 */
record RangeColumn(String name, boolean day) {

    private static final RangeColumn CLOCK_OUT = new RangeColumn("clock_out", false);

    /** The column by whose day or hour {@code model} files its rows; empty for small tables, which are read whole. */
    static Optional<RangeColumn> of(ReadModel<?> model) {
        return model.board().equals(ClockOutDay.BOARD) ? Optional.of(CLOCK_OUT) : of(model.source());
    }

    /** Empty for small tables, which are read whole. */
    static Optional<RangeColumn> of(Table table) {
        return switch (table) {
            case ACTIVITY_LOGS -> Optional.of(new RangeColumn("window_start", false));
            case CLOCK_TIMES -> Optional.of(new RangeColumn("clock_in", false));
            case DAILY_SCORES, SEALS, DAY_RATES -> Optional.of(new RangeColumn("score_date", true));
            case EMPLOYEES,
                    ROLE_CONFIGS,
                    EMPLOYEE_PAYRATES,
                    DEPARTMENT_TARGETS,
                    EMPLOYEE_PODFACTORY_MAPPING,
                    HEARTBEAT -> Optional.empty();
        };
    }
}
