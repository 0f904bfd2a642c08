package hub.projections.idle;

import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.dimensions.Roles;
import hub.projections.dimensions.Roles.Role;
import hub.projections.idle.Presence.LastWindow;
import hub.projections.leaderboard.OpenDay;
import hub.projections.shifts.Shift;
import hub.projections.shifts.ShiftDay;
import hub.projections.time.CentralDay;
import hub.projections.time.Instants;
import hub.projections.view.Boards;
import hub.projections.windows.WindowHour.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is idle at one instant, from stored shifts and windows; no job takes part.
 *
 * @param idle the longest idle first, then by id
 * @param nextTick the next instant at which this changes by the clock alone; {@link Instant#MAX} = not today
 */
public record IdleNow(List<Idler> idle, Instant nextTick) {

    /** Somebody active who is idle. */
    public record Idler(Employee employee, Idleness idleness) {}

    private static final Comparator<Idler> LONGEST_FIRST = Comparator.comparing(
                    (Idler idler) -> idler.idleness().since())
            .thenComparing(idler -> idler.employee().id());

    private static final Comparator<Window> BY_END =
            Comparator.comparing(Window::end).thenComparing(Window::id);

    /** What {@link #of} reads. */
    public static Set<PartitionId> reads(Horizon horizon, Instant now) {
        LocalDate today = CentralDay.of(now).date();
        Set<PartitionId> reads = new HashSet<>(OpenDay.partitions(today, horizon, now));
        reads.add(ShiftDay.BOARD.in(new Partition.Day(today)));
        reads.add(Employees.PARTITION);
        reads.add(Roles.PARTITION);
        return reads;
    }

    public static IdleNow of(Boards boards, Instant now) {
        LocalDate today = CentralDay.of(now).date();
        Employees employees = boards.get(Employees.BOARD, Partition.ALL);
        Roles roles = boards.get(Roles.BOARD, Partition.ALL);
        OpenDay windows = OpenDay.of(today, boards, now);
        List<Idler> idle = new ArrayList<>();
        Instant next = Instant.MAX;
        for (Map.Entry<Long, List<Shift>> person : boards.get(ShiftDay.BOARD, new Partition.Day(today))
                .byEmployee()
                .entrySet()) {
            Employee employee = employees.byId().get(person.getKey());
            next = Instants.earlier(next, nextClockIn(person.getValue(), now));
            Shift shift = latest(person.getValue(), now);
            if (employee != null && employee.active() && shift != null && shift.clockOut() == null) {
                Presence presence = presence(shift, windows.windows(employee.id()), roles);
                IdleRule.judge(presence, now).ifPresent(idleness -> idle.add(new Idler(employee, idleness)));
                next = Instants.earlier(next, IdleRule.nextTick(presence, now));
            }
        }
        idle.sort(LONGEST_FIRST);
        return new IdleNow(List.copyOf(idle), next);
    }

    /** @param shifts in order of clock-in */
    private static @Nullable Shift latest(List<Shift> shifts, Instant now) {
        return shifts.stream()
                .filter(shift -> !shift.clockIn().isAfter(now))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static Instant nextClockIn(List<Shift> shifts, Instant now) {
        return shifts.stream()
                .map(Shift::clockIn)
                .filter(now::isBefore)
                .findFirst()
                .orElse(Instant.MAX);
    }

    private static Presence presence(Shift shift, List<Window> windows, Roles roles) {
        return new Presence(
                shift.employeeId(),
                shift.clockIn(),
                windows.stream().max(BY_END).map(last -> last(last, roles)).orElse(null),
                roles.find(Roles.PICKER).map(Role::idleThresholdMinutes).orElse(null));
    }

    private static LastWindow last(Window window, Roles roles) {
        Role role = roles.find(window.roleId()).orElse(null);
        return new LastWindow(
                window.end(),
                window.items(),
                role != null && role.batch(),
                role == null ? null : role.expectedPerHour(),
                role == null ? null : role.idleThresholdMinutes());
    }
}
