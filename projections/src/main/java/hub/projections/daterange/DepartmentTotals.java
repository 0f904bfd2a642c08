package hub.projections.daterange;

import hub.projections.board.Tally;
import hub.projections.daterange.DateRange.Department;
import hub.projections.view.Decimals;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one department did in a range, added up day by day. */
final class DepartmentTotals {

    static final String NO_DEPARTMENT = "Unknown";

    private final Set<Long> employees = new HashSet<>();
    private final Set<LocalDate> days = new HashSet<>();
    private Tally tally = Tally.ZERO;

    /** The name under which a stored department is shown. */
    static String shown(@Nullable String department) {
        return department == null ? NO_DEPARTMENT : department;
    }

    void addDay(LocalDate day, Map<Long, Tally> byEmployee) {
        days.add(day);
        byEmployee.forEach((employee, done) -> {
            employees.add(employee);
            tally = tally.plus(done);
        });
    }

    long items() {
        return tally.items();
    }

    /** Of a department with items. */
    Department department(String name) {
        return new Department(
                name, days.size(), employees.size(), tally.items(), Decimals.divide(tally.items(), tally.rows(), 1));
    }
}
