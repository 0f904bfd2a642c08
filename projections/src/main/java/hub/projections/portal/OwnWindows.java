package hub.projections.portal;

import hub.projections.view.Boards;
import hub.projections.windows.DayWindows;
import hub.projections.windows.WindowHour.Window;
import java.time.LocalDate;
import java.util.List;

/** One person's windows that began on a Central day, of all sources. */
final class OwnWindows {

    private OwnWindows() {}

    /** @param boards with {@link DayWindows#partitions} of the day */
    static List<Window> of(long employeeId, LocalDate date, Boards boards) {
        return DayWindows.of(date, boards).stream()
                .filter(window -> window.employeeId() == employeeId)
                .toList();
    }
}
