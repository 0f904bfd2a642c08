package hub.projections.team;

import hub.projections.board.Partition;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.team.IdleTimes.IdleTime;
import hub.projections.team.TeamBottlenecks.IdleColleague;
import hub.projections.team.TeamBottlenecks.TeamFinding;
import hub.projections.trend.DayTotals;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What holds the team up. Of what nothing is known, nothing is found: without anybody's shift there is no efficiency, without
 * work in both weeks no decline.
 *
 * @param idle all active people who were idle for too long, the longest first, then by id
 */
record Findings(List<TeamFinding> all, List<IdleColleague> idle) {

    /** As many days as are needed: two weeks that are over, and today. */
    static final int DAYS = 2 * LastDays.WEEK + 1;

    private static final BigDecimal LOW_EFFICIENCY = new BigDecimal("0.5");
    private static final BigDecimal MANY_ABSENT = BigDecimal.valueOf(20);
    private static final BigDecimal DECLINE = BigDecimal.valueOf(-15);

    private record Idle(Employee employee, IdleTime time) {}

    private static final Comparator<Idle> LONGEST_FIRST = Comparator.comparing(
                    (Idle idle) -> idle.time().minutes())
            .reversed()
            .thenComparing(idle -> idle.employee().id());

    static Findings of(LastDays days, IdleTimes times, Boards boards) {
        Employees employees = boards.get(Employees.BOARD, Partition.ALL);
        List<IdleColleague> idle = idle(times, employees);
        List<TeamFinding> all = new ArrayList<>();
        if (!idle.isEmpty()) {
            all.add(new TeamFinding("high_idle_rate", "high", BigDecimal.valueOf(idle.size())));
        }
        List<DayTotals> week = days.week(everybody -> true);
        BigDecimal efficiency = DayTotals.efficiency(week);
        if (clocked(week) && efficiency.compareTo(LOW_EFFICIENCY) < 0) {
            all.add(new TeamFinding("low_team_efficiency", "medium", efficiency));
        }
        Attendance attendance = Attendance.of(employees, days.todaysWork(), everybody -> true);
        BigDecimal absent = Decimals.HUNDRED.subtract(attendance.rate());
        if (attendance.employees() > 0 && absent.compareTo(MANY_ABSENT) > 0) {
            all.add(new TeamFinding("attendance_issues", "high", absent));
        }
        decline(days, all);
        return new Findings(List.copyOf(all), idle);
    }

    /** Whether anybody's minutes are known. */
    static boolean clocked(List<DayTotals> days) {
        return days.stream().anyMatch(day -> day.clocked().signum() > 0);
    }

    int high() {
        return (int) all.stream()
                .filter(finding -> finding.severity().equals("high"))
                .count();
    }

    private static List<IdleColleague> idle(IdleTimes times, Employees employees) {
        return employees.byId().values().stream()
                .filter(Employee::active)
                .map(employee -> new Idle(employee, times.of(employee.id())))
                .filter(idle -> idle.time().high())
                .sorted(LONGEST_FIRST)
                .map(idle -> new IdleColleague(
                        idle.employee().id(),
                        idle.employee().name(),
                        idle.time().periods(),
                        Decimals.round(idle.time().minutes(), 1)))
                .toList();
    }

    private static void decline(LastDays days, List<TeamFinding> all) {
        List<DayTotals> last = days.weekThatIsOver(everybody -> true);
        List<DayTotals> before =
                days.totals(days.first(), days.today().minusDays(LastDays.WEEK + 1L), everybody -> true);
        BigDecimal then = points(before);
        if (last.isEmpty() || then.signum() <= 0) {
            return;
        }
        // Means of different numbers of days, multiplied before they are divided.
        BigDecimal now = points(last).multiply(BigDecimal.valueOf(before.size()));
        then = then.multiply(BigDecimal.valueOf(last.size()));
        BigDecimal change = Decimals.divide(now.subtract(then).multiply(Decimals.HUNDRED), then, 1);
        if (change.compareTo(DECLINE) < 0) {
            all.add(new TeamFinding("declining_performance", "medium", change));
        }
    }

    private static BigDecimal points(List<DayTotals> days) {
        return days.stream().map(DayTotals::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
