package hub.projections.daterange;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.daterange.DateRange.Department;
import hub.projections.daterange.DateRange.Person;
import hub.projections.daterange.DateRange.Range;
import hub.projections.departments.DepartmentDay;
import hub.projections.departments.DepartmentTime;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.time.WallClock;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.RangeQuery;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.projections.workday.WorkDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A range of Central days (domain 3.4): the sum of its days, each as the leaderboard of that day has it. Reads five
 * partitions a day, all at once.
 */
public final class DateRangeView implements View<RangeQuery, DateRange> {

    private static final String QC = "QC Passed";

    private final ScoreMode mode;

    public DateRangeView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "date-range";
    }

    @Override
    public Set<PartitionId> reads(RangeQuery query, Boards loaded, Instant now) {
        Set<PartitionId> reads = new HashSet<>();
        reads.add(Employees.PARTITION);
        for (LocalDate date : query.dates()) {
            Partition day = new Partition.Day(date);
            reads.addAll(WorkDay.reads(date, loaded.horizon(), mode, now));
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
    public Answer<DateRange> answer(RangeQuery query, Boards boards, Instant now) {
        Map<Long, PersonTotals> people = new HashMap<>();
        Map<String, DepartmentTotals> departments = new HashMap<>();
        WholeTotals whole = new WholeTotals();
        Instant until = Instant.MAX;
        for (LocalDate date : query.dates()) {
            Partition day = new Partition.Day(date);
            WorkDay work = WorkDay.of(date, boards, mode, now);
            until = work.nextTick().isBefore(until) ? work.nextTick() : until;
            for (Long employee : work.scored()) {
                people.computeIfAbsent(employee, id -> new PersonTotals())
                        .addScoredDay(work.items(employee), work.points(employee));
            }
            boards.get(DepartmentTime.BOARD, day)
                    .byEmployee()
                    .forEach((employee, stays) -> people.computeIfAbsent(employee, id -> new PersonTotals())
                            .addStays(stays));
            boards.get(DepartmentDay.BOARD, day)
                    .byDepartment()
                    .forEach((name, byEmployee) -> departments
                            .computeIfAbsent(DepartmentTotals.shown(name), shown -> new DepartmentTotals())
                            .addDay(date, byEmployee));
            whole.addDay(work);
            whole.addQcItems(qcItems(boards.get(LeaderboardDay.BOARD, day)));
        }
        List<Person> leaderboard = leaderboard(people, boards.get(Employees.BOARD, Partition.ALL));
        DateRange body = new DateRange(
                new Range(query.start(), query.end(), query.days()),
                leaderboard,
                summary(departments),
                whole.summary(query.days()),
                leaderboard.size(),
                WallClock.iso(now));
        return new Answer<>(body, until);
    }

    private static long qcItems(LeaderboardDay day) {
        long items = 0;
        for (LeaderboardDay.Work work : day.byEmployee().values()) {
            var passed = work.podfactoryByType().get(QC);
            items += passed == null ? 0 : passed.items();
        }
        return items;
    }

    private static List<Person> leaderboard(Map<Long, PersonTotals> people, Employees employees) {
        List<Line> lines = new ArrayList<>();
        for (Employee employee : employees.byId().values()) {
            PersonTotals totals = people.get(employee.id());
            if (totals != null && totals.items() > 0 && employee.active()) {
                lines.add(new Line(employee, totals));
            }
        }
        lines.sort(Line.ORDER);
        return lines.stream().map(line -> line.totals().person(line.employee())).toList();
    }

    private record Line(Employee employee, PersonTotals totals) {
        static final Comparator<Line> ORDER = Comparator.<Line, BigDecimal>comparing(
                        line -> line.totals().points())
                .thenComparing(line -> line.totals().items())
                .reversed()
                .thenComparing(line -> line.employee().id());
    }

    private static List<Department> summary(Map<String, DepartmentTotals> departments) {
        return departments.entrySet().stream()
                .filter(department -> department.getValue().items() > 0)
                .map(department -> department.getValue().department(department.getKey()))
                .sorted(Comparator.comparing(Department::totalItems).reversed().thenComparing(Department::department))
                .toList();
    }
}
