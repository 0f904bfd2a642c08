package hub.projections.mappings;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Table;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.dimensions.PodfactoryMappings;
import hub.projections.dimensions.PodfactoryMappings.Mapping;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.mappings.NeedsAttention.AttentionSummary;
import hub.projections.mappings.NeedsAttention.NotInConnecteam;
import hub.projections.mappings.NeedsAttention.NotInPodfactory;
import hub.projections.shifts.ShiftDay;
import hub.projections.source.SourceTables;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.Rfc1123;
import hub.projections.view.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Active people whose links to Connecteam and PodFactory are not complete (domain 3.9). Fails with {@link hub.projections.source.NotInSource}. */
public final class NeedsAttentionView implements View<Everything, NeedsAttention> {

    private static final int ACTIVITY_DAYS = 30;
    private static final int CLOCK_DAYS = 7;

    /** Words that names of devices and shared accounts have. */
    private static final List<String> SYSTEM_WORDS = List.of(
            "admin",
            "factory",
            "presser",
            "labeler",
            "picker",
            "printer",
            "production",
            "quality",
            "shipper",
            "test",
            "worker",
            "control");

    private static final Comparator<Mapping> MOST_ALIKE_FIRST = Comparator.comparing(
                    Mapping::similarity, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
            .thenComparing(PendingMapping.LATEST_FIRST);

    @Override
    public String name() {
        return "needs-attention";
    }

    @Override
    public Set<Table> needs() {
        return Linked.NEEDS;
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        Set<PartitionId> reads = new HashSet<>(new Recent(ACTIVITY_DAYS, now).reads(LeaderboardDay.BOARD, loaded));
        reads.addAll(new Recent(CLOCK_DAYS, now).reads(ShiftDay.BOARD, loaded));
        reads.add(Employees.PARTITION);
        reads.add(PodfactoryMappings.PARTITION);
        reads.add(SourceTables.PARTITION);
        return reads;
    }

    @Override
    public boolean fitsMysql(Everything query) {
        return new Recent(ACTIVITY_DAYS, Instant.EPOCH).fitsMysql();
    }

    @Override
    public Answer<NeedsAttention> answer(Everything query, Boards boards, Instant now) {
        SourceTables.require(needs(), boards);
        Employees employees = boards.get(Employees.BOARD, Partition.ALL);
        PodfactoryMappings mappings = boards.get(PodfactoryMappings.BOARD, Partition.ALL);
        List<NotInConnecteam> noConnecteam =
                noConnecteam(employees, mappings, new Recent(ACTIVITY_DAYS, now).activities(boards));
        List<NotInPodfactory> noPodfactory =
                noPodfactory(employees, mappings, new Recent(CLOCK_DAYS, now).shifts(boards));
        List<PendingMapping> pending = PendingMapping.all(
                mappings,
                employees,
                new Recent(PendingMapping.DAYS, now).activities(boards),
                MOST_ALIKE_FIRST,
                Rfc1123::text);
        return new Answer<>(
                new NeedsAttention(
                        true,
                        noConnecteam,
                        noPodfactory,
                        pending,
                        new AttentionSummary(
                                noConnecteam.size(),
                                noPodfactory.size(),
                                pending.size(),
                                noConnecteam.size() + noPodfactory.size() + pending.size())),
                CentralDay.of(now).end());
    }

    private static List<NotInConnecteam> noConnecteam(
            Employees employees, PodfactoryMappings mappings, Map<Long, Long> activities) {
        return employees.byId().values().stream()
                .filter(Employee::active)
                .filter(employee -> !Linked.toConnecteam(employee) && !employee.contractor())
                .sorted(mostFirst(activities))
                .map(employee -> notInConnecteam(employee, mappings, activities.getOrDefault(employee.id(), 0L)))
                .toList();
    }

    private static NotInConnecteam notInConnecteam(Employee employee, PodfactoryMappings mappings, long activities) {
        List<String> emails = mappings.emails(employee.id(), Mapping::confirmed).stream()
                .distinct()
                .toList();
        String name = employee.name().toLowerCase(Locale.ROOT);
        boolean system = SYSTEM_WORDS.stream().anyMatch(name::contains);
        return new NotInConnecteam(
                employee.id(),
                employee.name(),
                employee.email(),
                0,
                emails.isEmpty() ? null : String.join(",", emails),
                activities,
                system,
                system ? "system" : "needs_linking");
    }

    private static List<NotInPodfactory> noPodfactory(
            Employees employees, PodfactoryMappings mappings, Map<Long, Long> shifts) {
        return Linked.withoutPodfactory(employees, mappings).stream()
                .sorted(mostFirst(shifts))
                .map(employee -> new NotInPodfactory(
                        employee.id(),
                        employee.name(),
                        employee.email(),
                        employee.connecteamUserId(),
                        shifts.getOrDefault(employee.id(), 0L)))
                .toList();
    }

    private static Comparator<Employee> mostFirst(Map<Long, Long> counts) {
        return Comparator.<Employee, Long>comparing(employee -> counts.getOrDefault(employee.id(), 0L))
                .reversed()
                .thenComparing(Employee.BY_NAME);
    }
}
