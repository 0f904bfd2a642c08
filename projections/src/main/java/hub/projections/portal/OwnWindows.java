package hub.projections.portal;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.time.CentralDay;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.windows.WindowHour;
import hub.projections.windows.WindowHour.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One person's windows that began on a Central day, of all sources. */
final class OwnWindows {

    private OwnWindows() {}

    /** @throws DayNotHeld if the day's windows are no longer held */
    static Set<PartitionId> partitions(LocalDate date, Boards loaded) {
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

    static List<Window> of(long employeeId, LocalDate date, Boards boards) {
        List<Window> own = new ArrayList<>();
        for (Instant hour : new CentralDay(date).hours()) {
            for (Window window :
                    boards.get(WindowHour.BOARD, new Partition.Hour(hour)).windows()) {
                if (window.employeeId() == employeeId) {
                    own.add(window);
                }
            }
        }
        return own;
    }
}
