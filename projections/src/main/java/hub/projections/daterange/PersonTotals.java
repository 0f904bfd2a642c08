package hub.projections.daterange;

import hub.projections.daterange.DateRange.Person;
import hub.projections.departments.DepartmentTime.Stay;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.view.Decimals;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one employee did in a range, added up day by day. */
final class PersonTotals {

    private static final BigDecimal SPREAD_WEIGHT = BigDecimal.valueOf(50);

    private final Map<String, Long> windowsByDepartment = new HashMap<>();
    private int scoredDays;
    private long items;
    private BigDecimal points = BigDecimal.ZERO;
    private int daysWithItems;
    private long itemsOfThose;
    private long best;
    private long worst = Long.MAX_VALUE;

    void addScoredDay(long itemsOfDay, BigDecimal pointsOfDay) {
        scoredDays++;
        items += itemsOfDay;
        points = points.add(pointsOfDay);
        if (itemsOfDay > 0) {
            daysWithItems++;
            itemsOfThose += itemsOfDay;
            best = Math.max(best, itemsOfDay);
            worst = Math.min(worst, itemsOfDay);
        }
    }

    void addStays(List<Stay> stays) {
        stays.forEach(stay ->
                windowsByDepartment.merge(DepartmentTotals.shown(stay.department()), stay.windows(), Long::sum));
    }

    long items() {
        return items;
    }

    BigDecimal points() {
        return points;
    }

    /** Of somebody with items. */
    Person person(Employee employee) {
        return new Person(
                employee.id(),
                employee.name(),
                department(),
                scoredDays,
                items,
                Decimals.round(points, 1),
                Decimals.divide(itemsOfThose, daysWithItems, 1),
                best,
                worst,
                consistency());
    }

    private String department() {
        return windowsByDepartment.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(DepartmentTotals.NO_DEPARTMENT);
    }

    /** 100 − (best − worst) / average × 50, where average = items / days; rounded once. */
    private BigDecimal consistency() {
        BigDecimal sum = BigDecimal.valueOf(itemsOfThose);
        BigDecimal spread =
                SPREAD_WEIGHT.multiply(BigDecimal.valueOf(best - worst)).multiply(BigDecimal.valueOf(daysWithItems));
        return Decimals.divide(Decimals.HUNDRED.multiply(sum).subtract(spread), sum, 1)
                .max(new BigDecimal("0.0"));
    }
}
