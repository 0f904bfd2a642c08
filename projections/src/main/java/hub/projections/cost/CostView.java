package hub.projections.cost;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.cost.CostAnalysis.DepartmentCost;
import hub.projections.departments.DepartmentDay;
import hub.projections.departments.DepartmentTime;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.payrates.Payrates;
import hub.projections.seals.DayRates;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.RangeQuery;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.projections.workday.WorkDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the work of a range of Central days costs (domain 4.7): one formula for every day. A person is listed for a day
 * with a shift or items; on a day that has not ended, only if active.
 */
public final class CostView implements View<RangeQuery, CostAnalysis> {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    private final ScoreMode mode;

    public CostView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "cost-analysis";
    }

    @Override
    public Set<PartitionId> reads(RangeQuery query, Boards loaded, Instant now) {
        Set<PartitionId> reads = new HashSet<>();
        reads.add(Employees.PARTITION);
        reads.add(Payrates.PARTITION);
        for (LocalDate date : query.dates()) {
            Partition day = new Partition.Day(date);
            reads.addAll(WorkDay.reads(date, loaded.horizon(), mode, now));
            reads.addAll(DayRates.partitions(date, now));
            reads.add(DepartmentDay.BOARD.in(day));
            reads.add(DepartmentTime.BOARD.in(day));
        }
        return reads;
    }

    @Override
    public boolean fitsMysql(RangeQuery query) {
        return query.fitsMysql();
    }

    @Override
    public Answer<CostAnalysis> answer(RangeQuery query, Boards boards, Instant now) {
        Employees employees = boards.get(Employees.BOARD, Partition.ALL);
        Payrates payrates = boards.get(Payrates.BOARD, Partition.ALL);
        boolean range = query.days() > 1;
        Map<Long, PersonCosts> people = new HashMap<>();
        Map<@Nullable String, DepartmentCosts> departments = new HashMap<>();
        Instant until = Instant.MAX;
        for (LocalDate date : query.dates()) {
            Partition partition = new Partition.Day(date);
            WorkDay day = WorkDay.of(date, boards, mode, now);
            HourlyRates rates = HourlyRates.of(date, boards, now);
            until = day.nextTick().isBefore(until) ? day.nextTick() : until;
            boolean ended = new CentralDay(date).endedAt(now);
            LeaderboardDay activities = boards.get(LeaderboardDay.BOARD, partition);
            for (Long id : day.worked()) {
                Employee employee = employees.byId().get(id);
                if (employee != null && (ended || employee.active())) {
                    PersonCosts person = people.computeIfAbsent(id, none -> new PersonCosts(employee));
                    person.addDay(day, activities, rates.of(id));
                    if (!range) {
                        person.addClockTimes(day);
                    }
                }
            }
            addDepartments(date, boards, rates, departments);
        }
        List<EmployeeCost> lines = people.values().stream()
                .sorted(Comparator.comparing(PersonCosts::employee, Employee.BY_NAME))
                .map(person -> person.line(payrates.of(person.employee().id()), range))
                .toList();
        Hours hours = people.values().stream().map(PersonCosts::hours).reduce(Hours.NONE, Hours::plus);
        return new Answer<>(Totals.analysis(query, lines, hours, lines(departments)), until);
    }

    private static void addDepartments(
            LocalDate date, Boards boards, HourlyRates rates, Map<@Nullable String, DepartmentCosts> departments) {
        Partition day = new Partition.Day(date);
        boards.get(DepartmentDay.BOARD, day)
                .byDepartment()
                .forEach((name, byEmployee) -> departments
                        .computeIfAbsent(name, none -> new DepartmentCosts())
                        .addItems(date, byEmployee));
        Map<@Nullable String, BigDecimal> secondsAtRates = new HashMap<>();
        boards.get(DepartmentTime.BOARD, day).byEmployee().forEach((employee, stays) -> {
            for (DepartmentTime.Stay stay : stays) {
                if (stay.podfactory()) {
                    BigDecimal cost = rates.of(employee).multiply(BigDecimal.valueOf(stay.seconds()));
                    secondsAtRates.merge(stay.department(), cost, BigDecimal::add);
                }
            }
        });
        secondsAtRates.forEach((name, cost) -> departments
                .computeIfAbsent(name, none -> new DepartmentCosts())
                .addCost(Decimals.divide(cost, SECONDS_PER_HOUR, 2)));
    }

    private static List<DepartmentCost> lines(Map<@Nullable String, DepartmentCosts> departments) {
        return departments.entrySet().stream()
                .map(department -> department.getValue().line(department.getKey()))
                .sorted(Comparator.comparing(DepartmentCost::totalCost)
                        .reversed()
                        .thenComparing(DepartmentCost::department, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }
}
