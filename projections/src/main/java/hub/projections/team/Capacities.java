package hub.projections.team;

import hub.projections.board.Partition;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.dimensions.Roles;
import hub.projections.dimensions.Roles.Role;
import hub.projections.team.TeamCapacity.RoleCapacity;
import hub.projections.trend.DayTotals;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What people do beside what they could. Whoever did nothing for a week belongs to no role, and is in no capacity. */
final class Capacities {

    /** As many days as are needed: a week that is over, and today. */
    static final int DAYS = LastDays.WEEK + 1;

    private static final BigDecimal HOURS = BigDecimal.valueOf(8);
    private static final BigDecimal UNDER = BigDecimal.valueOf(70);
    private static final BigDecimal OVER = BigDecimal.valueOf(90);

    private Capacities() {}

    static TeamCapacity of(LastDays days, Boards boards) {
        List<Long> active = boards.get(Employees.BOARD, Partition.ALL).byId().values().stream()
                .filter(Employee::active)
                .map(Employee::id)
                .toList();
        List<Role> roles = boards.get(Roles.BOARD, Partition.ALL).byId().values().stream()
                .sorted(Comparator.comparingLong(Role::id))
                .toList();
        Predicate<Long> anyRole = employee ->
                roles.stream().anyMatch(role -> days.primary().in(role.id()).test(employee));
        int workDays = days.weekThatIsOver(employee -> active.contains(employee) && anyRole.test(employee))
                .size();
        List<RoleCapacity> rows = new ArrayList<>();
        BigDecimal capacity = BigDecimal.ZERO;
        long items = 0;
        for (Role role : roles) {
            List<Long> people =
                    active.stream().filter(days.primary().in(role.id())).toList();
            BigDecimal possible = capacity(role, people.size());
            long done = days.weekThatIsOver(people::contains).stream()
                    .mapToLong(DayTotals::items)
                    .sum();
            if (possible != null) {
                capacity = capacity.add(possible);
                items += done;
            }
            BigDecimal used = utilization(done, workDays, possible);
            rows.add(new RoleCapacity(
                    role.id(),
                    role.name(),
                    people.size(),
                    role.expectedPerHour(),
                    possible == null ? null : Decimals.round(possible, 2),
                    daily(done, workDays),
                    used,
                    status(used)));
        }
        BigDecimal used = utilization(items, workDays, capacity);
        return new TeamCapacity(
                days.today().minusDays(LastDays.WEEK),
                days.today().minusDays(1),
                workDays,
                rows.stream().mapToInt(RoleCapacity::employees).sum(),
                Decimals.round(capacity, 2),
                daily(items, workDays),
                used,
                status(used),
                rows);
    }

    private static @Nullable BigDecimal capacity(Role role, int people) {
        BigDecimal expected = role.expectedPerHour();
        return expected == null || expected.signum() <= 0
                ? null
                : expected.multiply(HOURS).multiply(BigDecimal.valueOf(people));
    }

    private static BigDecimal daily(long items, int days) {
        return Decimals.divide(items, Math.max(1, days), 2);
    }

    private static @Nullable BigDecimal utilization(long items, int days, @Nullable BigDecimal capacity) {
        return days == 0 || capacity == null || capacity.signum() == 0
                ? null
                : Decimals.divide(BigDecimal.valueOf(100 * items), capacity.multiply(BigDecimal.valueOf(days)), 1);
    }

    private static String status(@Nullable BigDecimal utilization) {
        if (utilization == null) {
            return "unknown";
        }
        if (utilization.compareTo(UNDER) < 0) {
            return "under";
        }
        return utilization.compareTo(OVER) > 0 ? "over" : "normal";
    }
}
