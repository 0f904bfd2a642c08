package hub.projections.team;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.time.CentralDay;
import hub.projections.trend.DayTotals;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The team at a glance. Whose role it is, tell the last seven days, see {@link PrimaryRoles}; the month is derived. */
public final class OverviewView implements View<RoleQuery, Overview> {

    private final ScoreMode mode;

    public OverviewView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "team-overview";
    }

    @Override
    public Set<PartitionId> reads(RoleQuery query, Boards loaded, Instant now) {
        return LastDays.reads(count(now), loaded, mode, now);
    }

    @Override
    public boolean fitsMysql(RoleQuery query) {
        return false;
    }

    /** Back to the first of the month, and to the beginning of the week. */
    private static int count(Instant now) {
        return Math.max(LastDays.WEEK, CentralDay.of(now).date().getDayOfMonth());
    }

    @Override
    public Answer<Overview> answer(RoleQuery query, Boards boards, Instant now) {
        LastDays days = LastDays.of(count(now), boards, mode, now);
        Long role = query.role().orElse(null);
        Predicate<Long> wanted = days.primary().in(role);
        Employees employees = boards.get(Employees.BOARD, Partition.ALL);
        Attendance attendance = Attendance.of(employees, days.todaysWork(), wanted);
        LocalDate today = days.today();
        List<Employee> active = employees.byId().values().stream()
                .filter(employee -> employee.active() && wanted.test(employee.id()))
                .toList();
        DayTotals total = DayTotals.of(today, days.todaysWork(), wanted);
        List<DayTotals> week = days.week(wanted);
        List<DayTotals> month = days.totals(today.withDayOfMonth(1), wanted);
        return new Answer<>(
                new Overview(
                        role,
                        attendance.employees(),
                        attendance.present(),
                        attendance.rate(),
                        (int) active.stream().filter(Employee::newEmployee).count(),
                        tenure(active, today),
                        total.items(),
                        total.points(),
                        total.active(),
                        total.efficiency(),
                        items(week),
                        points(week),
                        Decimals.divide(points(week), BigDecimal.valueOf(Math.max(1, week.size())), 2),
                        items(month),
                        points(month)),
                days.nextTick());
    }

    private static @Nullable BigDecimal tenure(List<Employee> employees, LocalDate today) {
        List<LocalDate> hired = new ArrayList<>();
        for (Employee employee : employees) {
            LocalDate date = employee.hireDate();
            if (date != null) {
                hired.add(date);
            }
        }
        long days = hired.stream()
                .mapToLong(date -> date.until(today, ChronoUnit.DAYS))
                .sum();
        return hired.isEmpty() ? null : Decimals.divide(days, hired.size(), 1);
    }

    private static long items(List<DayTotals> days) {
        return days.stream().mapToLong(DayTotals::items).sum();
    }

    private static BigDecimal points(List<DayTotals> days) {
        return days.stream().map(DayTotals::points).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
