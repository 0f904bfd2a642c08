package hub.projections.departments;

import hub.projections.board.Tally;
import hub.projections.dimensions.Roles;
import hub.projections.shifts.Clocked;
import hub.projections.shifts.ShiftDay;
import hub.projections.view.Decimals;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The items of all departments of a day against what their people's hours let expect. The hours are those that the
 * departments themselves show: whoever has none is taken to have worked as long as the others on average, or eight hours
 * if nobody in the department has any.
 */
public final class TeamEfficiency {

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final long MINUTES_WITHOUT_CLOCK = 8 * 60;

    private final ShiftDay shifts;
    private final Expectation expectation;
    private final ScoreMode mode;
    private final Instant now;

    public TeamEfficiency(ShiftDay shifts, Roles roles, ScoreMode mode, Instant now) {
        this.shifts = shifts;
        this.expectation = new Expectation(roles);
        this.mode = mode;
        this.now = now;
    }

    /** Percent, one digit; 0 if nothing is expected. */
    public BigDecimal of(DepartmentDay day) {
        long items = 0;
        // The expected items × 60 are a sum of fractions, kept as one so that nothing is divided before the last step.
        BigDecimal expected = BigDecimal.ZERO;
        BigDecimal parts = BigDecimal.ONE;
        for (Map.Entry<@Nullable String, Map<Long, Tally>> department :
                day.byDepartment().entrySet()) {
            long done = department.getValue().values().stream()
                    .mapToLong(Tally::items)
                    .sum();
            if (done > 0) {
                items += done;
                Hours hours = hours(department.getValue());
                BigDecimal of = BigDecimal.valueOf(hours.parts());
                expected = expected.multiply(of)
                        .add(hours.minutes()
                                .multiply(expectation.itemsPerHour(department.getKey()))
                                .multiply(parts));
                parts = parts.multiply(of);
            }
        }
        return expected.signum() == 0
                ? Decimals.round(BigDecimal.ZERO, 1)
                : Decimals.divide(
                        BigDecimal.valueOf(items)
                                .multiply(SIXTY)
                                .multiply(Decimals.HUNDRED)
                                .multiply(parts),
                        expected,
                        1);
    }

    /** {@code minutes / parts} minutes were used. */
    private record Hours(BigDecimal minutes, long parts) {}

    private Hours hours(Map<Long, Tally> employees) {
        BigDecimal minutes = BigDecimal.ZERO;
        long clocked = 0;
        for (Long employee : employees.keySet()) {
            BigDecimal own = Clocked.of(shifts.of(employee), mode, now).minutesOrZero();
            if (own.signum() > 0) {
                minutes = minutes.add(own);
                clocked++;
            }
        }
        return clocked == 0
                ? new Hours(BigDecimal.valueOf(MINUTES_WITHOUT_CLOCK * employees.size()), 1)
                : new Hours(minutes.multiply(BigDecimal.valueOf(employees.size())), clocked);
    }
}
