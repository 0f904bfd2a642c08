package hub.projections.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer, with the legacy's field names (domain 4.7). Money has two digits, money per item three, hours two,
 * percentages one. Totals are the sums of the lines of {@code employeeCosts}.
 *
 * @param employeeCosts by name, then id
 * @param departmentCosts by cost descending, then name
 * @param overallUtilization active of clocked minutes, percent
 * @param activeEmployees the number of {@code employeeCosts}
 * @param avgHourlyRate the plain mean of the lines
 * @param avgCostPerItem per item that passed QC, and so {@code avgCostPerItemActive}
 * @param dailyAvgCost per calendar day of the range, and so {@code dailyAvgItems}
 * @param topPerformers the five cheapest per item of those with items
 */
public record CostAnalysis(
        boolean success,
        Range dateRange,
        List<EmployeeCost> employeeCosts,
        List<DepartmentCost> departmentCosts,
        BigDecimal totalLaborCost,
        BigDecimal totalActiveCost,
        BigDecimal totalNonActiveCost,
        long totalItems,
        long qcPassedItems,
        BigDecimal totalClockedHours,
        BigDecimal totalActiveHours,
        BigDecimal totalNonActiveHours,
        BigDecimal overallUtilization,
        int activeEmployees,
        BigDecimal avgHourlyRate,
        BigDecimal avgCostPerItem,
        BigDecimal avgCostPerItemActive,
        BigDecimal dailyAvgCost,
        BigDecimal dailyAvgItems,
        List<EmployeeCost> topPerformers,
        boolean isRange) {

    public record Range(LocalDate start, LocalDate end, int days, boolean isRange) {}

    /**
     * PodFactory work of one department.
     *
     * @param department as stored; null for rows without one
     * @param daysActive Central days with a row
     * @param totalCost the windows' time at their people's rates
     */
    public record DepartmentCost(
            @Nullable String department,
            int employeeCount,
            int daysActive,
            long itemsProcessed,
            BigDecimal totalCost) {}
}
