package hub.projections.cost;

import hub.projections.cost.CostAnalysis.DepartmentCost;
import hub.projections.cost.CostAnalysis.Range;
import hub.projections.view.RangeQuery;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** Puts the answer together from its lines. */
final class Totals {

    private static final int TOP = 5;

    private Totals() {}

    static CostAnalysis analysis(
            RangeQuery query, List<EmployeeCost> lines, Hours hours, List<DepartmentCost> departments) {
        boolean range = query.days() > 1;
        BigDecimal days = BigDecimal.valueOf(query.days());
        long items = lines.stream().mapToLong(EmployeeCost::itemsProcessed).sum();
        long qcItems = lines.stream()
                .mapToLong(line -> line.activityBreakdown().qcPassed())
                .sum();
        BigDecimal rates = lines.stream().map(EmployeeCost::hourlyRate).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new CostAnalysis(
                true,
                new Range(query.start(), query.end(), query.days(), range),
                lines,
                departments,
                hours.cost(),
                hours.activeCost(),
                hours.nonActiveCost(),
                items,
                qcItems,
                hours.clocked(),
                hours.active(),
                hours.nonActive(),
                hours.utilization(),
                lines.size(),
                Hours.perUnit(rates, BigDecimal.valueOf(lines.size()), 2),
                Hours.perUnit(hours.cost(), BigDecimal.valueOf(qcItems), 3),
                Hours.perUnit(hours.activeCost(), BigDecimal.valueOf(qcItems), 3),
                Hours.perUnit(hours.cost(), days, 2),
                Hours.perUnit(BigDecimal.valueOf(items), days, 0),
                topPerformers(lines),
                range);
    }

    private static List<EmployeeCost> topPerformers(List<EmployeeCost> lines) {
        return lines.stream()
                .filter(line -> line.itemsProcessed() > 0)
                .sorted(Comparator.comparing(EmployeeCost::costPerItem)
                        .thenComparing(EmployeeCost::itemsProcessed, Comparator.reverseOrder())
                        .thenComparing(EmployeeCost::id))
                .limit(TOP)
                .toList();
    }
}
