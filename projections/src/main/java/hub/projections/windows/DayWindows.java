package hub.projections.windows;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.time.CentralDay;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.windows.WindowHour.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everybody's windows that began on a Central day, of all sources. */
public final class DayWindows {

    private DayWindows() {}

    /** @throws DayNotHeld if the day's windows are no longer held */
    public static Set<PartitionId> partitions(LocalDate date, Boards loaded) {
        Set<PartitionId> partitions = new LinkedHashSet<>();
        for (Instant hour : new CentralDay(date).hours()) {
            Partition partition = new Partition.Hour(hour);
            if (!loaded.horizon().holds(WindowHour.BOARD, partition)) {
                throw new DayNotHeld(date, loaded.horizon().recent());
            }
            partitions.add(WindowHour.BOARD.in(partition));
        }
        return partitions;
    }

    /** In any order. */
    public static List<Window> of(LocalDate date, Boards boards) {
        List<Window> windows = new ArrayList<>();
        for (Instant hour : new CentralDay(date).hours()) {
            windows.addAll(
                    boards.get(WindowHour.BOARD, new Partition.Hour(hour)).windows());
        }
        return windows;
    }
}
