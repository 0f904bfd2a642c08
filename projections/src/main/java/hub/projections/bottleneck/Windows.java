package hub.projections.bottleneck;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.time.CentralDay;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.windows.WindowHour;
import hub.projections.windows.WindowHour.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The stored hours between two instants. */
final class Windows {

    private Windows() {}

    /**
     * Every hour that has a part in {@code [from, to)}.
     *
     * @throws DayNotHeld if one of them is no longer held
     */
    static Set<PartitionId> partitions(Instant from, Instant to, Boards loaded) {
        Set<PartitionId> partitions = new LinkedHashSet<>();
        for (Instant hour : hours(from, to)) {
            Partition partition = new Partition.Hour(hour);
            if (!loaded.horizon().holds(WindowHour.BOARD, partition)) {
                throw new DayNotHeld(
                        CentralDay.of(hour).date(), loaded.horizon().recent());
            }
            partitions.add(WindowHour.BOARD.in(partition));
        }
        return partitions;
    }

    /** The PodFactory windows of those hours. */
    static List<Window> podfactory(Instant from, Instant to, Boards boards) {
        List<Window> windows = new ArrayList<>();
        for (Instant hour : hours(from, to)) {
            for (Window window :
                    boards.get(WindowHour.BOARD, new Partition.Hour(hour)).windows()) {
                if (window.podfactory()) {
                    windows.add(window);
                }
            }
        }
        return windows;
    }

    private static List<Instant> hours(Instant from, Instant to) {
        List<Instant> hours = new ArrayList<>();
        for (Instant hour = from.truncatedTo(ChronoUnit.HOURS);
                hour.isBefore(to);
                hour = hour.plus(1, ChronoUnit.HOURS)) {
            hours.add(hour);
        }
        return hours;
    }
}
