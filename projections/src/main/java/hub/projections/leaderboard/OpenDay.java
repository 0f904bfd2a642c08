package hub.projections.leaderboard;

import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Roles;
import hub.projections.shifts.Shift;
import hub.projections.time.CentralDay;
import hub.projections.view.Boards;
import hub.projections.windows.ActiveMinutes;
import hub.projections.windows.WindowHour;
import hub.projections.windows.WindowHour.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The activity windows of the day that lasts, from which its active minutes are derived. */
public final class OpenDay {

    private final Map<Long, List<Window>> byEmployee = new HashMap<>();
    private final ActiveMinutes minutes;

    private OpenDay(Roles roles, Instant now) {
        this.minutes = new ActiveMinutes(roles, now);
    }

    /** Whether active minutes of {@code date} are derived at {@code now}: while the day lasts, not before and not after. */
    public static boolean isOpen(LocalDate date, Instant now) {
        return new CentralDay(date).contains(now);
    }

    /** The windows' partitions of {@code date}; none unless {@link #isOpen}. */
    public static Set<PartitionId> partitions(LocalDate date, Horizon horizon, Instant now) {
        Set<PartitionId> partitions = new HashSet<>();
        if (isOpen(date, now)) {
            for (Instant hour : new CentralDay(date).hours()) {
                Partition partition = new Partition.Hour(hour);
                if (horizon.holds(WindowHour.BOARD, partition)) {
                    partitions.add(WindowHour.BOARD.in(partition));
                }
            }
        }
        return partitions;
    }

    public static OpenDay of(LocalDate date, Boards boards, Instant now) {
        OpenDay open = new OpenDay(boards.get(Roles.BOARD, Partition.ALL), now);
        for (PartitionId hour : partitions(date, boards.horizon(), now)) {
            for (Window window : boards.get(WindowHour.BOARD, hour.partition()).windows()) {
                open.byEmployee
                        .computeIfAbsent(window.employeeId(), id -> new ArrayList<>())
                        .add(window);
            }
        }
        return open;
    }

    public long activeMinutes(long employeeId, List<Shift> shifts) {
        return minutes.of(shifts, windows(employeeId));
    }

    public Instant nextTick(long employeeId, List<Shift> shifts) {
        return minutes.nextTick(shifts, windows(employeeId));
    }

    /** In any order. */
    public List<Window> windows(long employeeId) {
        return byEmployee.getOrDefault(employeeId, List.of());
    }
}
