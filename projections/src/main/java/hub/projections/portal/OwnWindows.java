package hub.projections.portal;

import hub.projections.board.PartitionId;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.windows.DayWindows;
import hub.projections.windows.WindowHour.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** One person's windows that began on a Central day, of all sources. */
final class OwnWindows {

    private OwnWindows() {}

    /** @throws DayNotHeld if the day's windows are no longer held */
    static Set<PartitionId> partitions(LocalDate date, Boards loaded) {
        return DayWindows.partitions(date, loaded);
    }

    static List<Window> of(long employeeId, LocalDate date, Boards boards) {
        return DayWindows.of(date, boards).stream()
                .filter(window -> window.employeeId() == employeeId)
                .toList();
    }
}
