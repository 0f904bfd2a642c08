package hub.projections.cost;

import hub.projections.board.Tally;
import hub.projections.cost.CostAnalysis.DepartmentCost;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the PodFactory work of one department costs, added up day by day. */
final class DepartmentCosts {

    private final Set<Long> employees = new HashSet<>();
    private final Set<LocalDate> days = new HashSet<>();
    private long items;
    private BigDecimal cost = BigDecimal.ZERO;

    void addItems(LocalDate day, Map<Long, Tally> byEmployee) {
        days.add(day);
        byEmployee.forEach((employee, tally) -> {
            employees.add(employee);
            items += tally.items();
        });
    }

    /** @param costOfDay two digits */
    void addCost(BigDecimal costOfDay) {
        cost = cost.add(costOfDay);
    }

    DepartmentCost line(@Nullable String department) {
        return new DepartmentCost(department, employees.size(), days.size(), items, cost);
    }
}
