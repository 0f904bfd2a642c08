package hub.projections.cost;

import hub.projections.board.Tally;
import hub.projections.cost.EmployeeCost.Breakdown;
import hub.projections.cost.EmployeeCost.ClockTime;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.payrates.Pay;
import hub.projections.shifts.Shift;
import hub.projections.view.Decimals;
import hub.projections.workday.WorkDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one person's work costs, added up day by day. */
final class PersonCosts {

    private final Employee employee;
    private final Map<@Nullable String, Long> itemsByType = new HashMap<>();
    private final List<ClockTime> clockTimes = new ArrayList<>();
    private Hours hours = Hours.NONE;
    private BigDecimal highestRate = BigDecimal.ZERO;
    private long items;
    private int daysWorked;
    private int daysWithItems;

    PersonCosts(Employee employee) {
        this.employee = employee;
    }

    void addDay(WorkDay day, LeaderboardDay activities, BigDecimal rate) {
        long id = employee.id();
        hours = hours.plus(Hours.ofDay(day.clocked(id).minutesOrZero(), day.activeMinutes(id), rate));
        highestRate = highestRate.max(rate);
        long itemsOfDay = day.items(id);
        items += itemsOfDay;
        daysWithItems += itemsOfDay > 0 ? 1 : 0;
        daysWorked += day.shifts(id).isEmpty() ? 0 : 1;
        for (Map.Entry<@Nullable String, Tally> type :
                activities.of(id).podfactoryByType().entrySet()) {
            itemsByType.merge(type.getKey(), type.getValue().items(), Long::sum);
        }
    }

    void addClockTimes(WorkDay day) {
        for (Shift shift : day.shifts(employee.id())) {
            clockTimes.add(ClockTexts.of(shift, day.clocked(shift)));
        }
    }

    Hours hours() {
        return hours;
    }

    Employee employee() {
        return employee;
    }

    EmployeeCost line(Pay pay, boolean range) {
        BigDecimal itemCount = BigDecimal.valueOf(items);
        BigDecimal days = BigDecimal.valueOf(daysWorked);
        BigDecimal utilization = hours.utilization().min(Decimals.HUNDRED.setScale(1));
        BigDecimal perItem = Hours.perUnit(hours.cost(), itemCount, 3);
        Status status = Status.of(utilization);
        return new EmployeeCost(
                employee.id(),
                employee.name(),
                highestRate,
                pay.type(),
                hours.clocked(),
                daysWorked,
                hours.active(),
                hours.nonActive(),
                utilization,
                items,
                daysWithItems,
                hours.cost(),
                hours.activeCost(),
                hours.nonActiveCost(),
                perItem,
                perItem,
                Hours.perUnit(hours.activeCost(), itemCount, 3),
                Hours.perUnit(itemCount, hours.cost(), 1),
                range ? Optional.of(Hours.perUnit(hours.cost(), days, 2)) : Optional.empty(),
                range ? Optional.of(Hours.perUnit(itemCount, days, 0)) : Optional.empty(),
                range ? Optional.of(Hours.perUnit(hours.clocked(), days, 1)) : Optional.empty(),
                new Breakdown(
                        ofType("Picking"),
                        ofType("Labeling"),
                        ofType("Film Matching"),
                        ofType("In Production"),
                        ofType("QC Passed")),
                range ? Optional.empty() : Optional.of(List.copyOf(clockTimes)),
                status.name(),
                status.color());
    }

    private long ofType(String type) {
        return itemsByType.getOrDefault(type, 0L);
    }
}
