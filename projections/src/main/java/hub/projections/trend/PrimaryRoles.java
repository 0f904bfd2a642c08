package hub.projections.trend;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Roles;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.view.Boards;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * In which role people worked most within some days: the existing role with the most items of all sources, then the lower id.
 * Nobody has one without a row of such a role. It takes the place of {@code employees.role_id}, which is hardly ever set.
 */
public final class PrimaryRoles {

    private final Map<Long, Long> byEmployee = new HashMap<>();

    private PrimaryRoles() {}

    /** What {@link #of} reads. */
    public static Set<PartitionId> partitions(Collection<LocalDate> dates) {
        Set<PartitionId> partitions = dates.stream()
                .map(date -> LeaderboardDay.BOARD.in(new Partition.Day(date)))
                .collect(Collectors.toSet());
        partitions.add(Roles.PARTITION);
        return partitions;
    }

    public static PrimaryRoles of(Collection<LocalDate> dates, Boards boards) {
        Roles roles = boards.get(Roles.BOARD, Partition.ALL);
        Map<Long, TreeMap<Long, Long>> items = new HashMap<>();
        for (LocalDate date : dates) {
            boards.get(LeaderboardDay.BOARD, new Partition.Day(date))
                    .byEmployee()
                    .forEach((employee, work) -> work.byRole()
                            .forEach((role, tally) -> roles.find(role)
                                    .ifPresent(known -> items.computeIfAbsent(employee, id -> new TreeMap<>())
                                            .merge(known.id(), tally.items(), Long::sum))));
        }
        PrimaryRoles primary = new PrimaryRoles();
        items.forEach((employee, byRole) -> {
            long most =
                    byRole.values().stream().mapToLong(Long::longValue).max().orElseThrow();
            byRole.entrySet().stream()
                    .filter(role -> role.getValue() == most)
                    .findFirst()
                    .ifPresent(role -> primary.byEmployee.put(employee, role.getKey()));
        });
        return primary;
    }

    /** Those whose primary role is {@code roleId}; everybody if that is null. */
    public Predicate<Long> in(@Nullable Long roleId) {
        return employee -> roleId == null || roleId.equals(byEmployee.get(employee));
    }
}
