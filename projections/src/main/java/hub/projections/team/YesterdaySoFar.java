package hub.projections.team;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.time.CentralDay;
import hub.projections.time.Instants;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.windows.WindowHour;
import hub.projections.windows.WindowHour.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * PodFactory's finished items of the windows that began yesterday up to the time that the Chicago clock shows now. Hours
 * are those of the clock: one that came twice yesterday counts twice, one that did not come counts nothing.
 *
 * @param nextTick when this next changes by the clock alone
 */
record YesterdaySoFar(long items, Instant nextTick) {

    /** @throws DayNotHeld if yesterday's windows are no longer held */
    static Set<PartitionId> reads(Boards loaded, Instant now) {
        return hours(now).stream()
                .map(hour -> {
                    Partition partition = new Partition.Hour(hour);
                    if (!loaded.horizon().holds(WindowHour.BOARD, partition)) {
                        throw new DayNotHeld(
                                CentralDay.of(hour).date(), loaded.horizon().recent());
                    }
                    return WindowHour.BOARD.in(partition);
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    static YesterdaySoFar of(String activityType, Boards boards, Instant now) {
        // The zone's offsets are whole hours: minutes past the hour are the same by every clock.
        Instant thisHour = now.truncatedTo(ChronoUnit.HOURS);
        Instant next = thisHour.plus(1, ChronoUnit.HOURS);
        long items = 0;
        for (Instant hour : hours(now)) {
            boolean wholly = CentralDay.wallClockHour(hour) < CentralDay.wallClockHour(now);
            for (Window window :
                    boards.get(WindowHour.BOARD, new Partition.Hour(hour)).windows()) {
                if (!window.podfactory() || !activityType.equals(window.activityType())) {
                    continue;
                }
                Instant comparable = thisHour.plus(Duration.between(hour, window.start()));
                if (wholly || !comparable.isAfter(now)) {
                    items += window.items();
                } else {
                    next = Instants.earlier(next, comparable);
                }
            }
        }
        return new YesterdaySoFar(items, next);
    }

    /** Yesterday's UTC hours that the clock showed not later than it shows the present one. */
    private static List<Instant> hours(Instant now) {
        int last = CentralDay.wallClockHour(now);
        return CentralDay.of(now).previous().hours().stream()
                .filter(hour -> CentralDay.wallClockHour(hour) <= last)
                .toList();
    }
}
