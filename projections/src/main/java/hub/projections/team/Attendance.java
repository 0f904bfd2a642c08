package hub.projections.team;

import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.view.Decimals;
import hub.projections.workday.WorkDay;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who of the active employees is there today.
 *
 * @param employees active ones
 * @param present those of them with a shift of today
 */
record Attendance(int employees, int present) {

    static Attendance of(Employees employees, WorkDay today, Predicate<Long> wanted) {
        List<Long> active = employees.byId().values().stream()
                .filter(Employee::active)
                .map(Employee::id)
                .filter(wanted)
                .toList();
        Set<Long> clockedIn = today.clockedIn();
        return new Attendance(
                active.size(), (int) active.stream().filter(clockedIn::contains).count());
    }

    /** Percent, one digit; 0 without employees. */
    BigDecimal rate() {
        return Decimals.divide(100L * present, Math.max(1, employees), 1);
    }
}
