package hub.projections.team;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Roles;
import hub.projections.shifts.Shift;
import hub.projections.shifts.ShiftDay;
import hub.projections.time.Instants;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.windows.ActiveMinutes;
import hub.projections.windows.DayWindows;
import hub.projections.windows.WindowHour.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How often and how long people paused too long within some days, derived from their shifts and windows. */
final class IdleTimes {

    /** @param minutes exact */
    record IdleTime(int periods, BigDecimal minutes) {

        private static final IdleTime NONE = new IdleTime(0, BigDecimal.ZERO);
        private static final int MOST_PERIODS = 10;
        private static final BigDecimal MOST_MINUTES = BigDecimal.valueOf(300);

        boolean high() {
            return periods > MOST_PERIODS || minutes.compareTo(MOST_MINUTES) > 0;
        }

        private IdleTime plus(IdleTime other) {
            return new IdleTime(periods + other.periods, minutes.add(other.minutes));
        }
    }

    private final Map<Long, IdleTime> byEmployee = new HashMap<>();
    private Instant nextTick = Instant.MAX;

    private IdleTimes() {}

    /**
     * What {@link #of} reads.
     *
     * @throws DayNotHeld if the windows of one of {@code dates} are no longer held
     */
    static Set<PartitionId> reads(Collection<LocalDate> dates, Boards loaded) {
        Set<PartitionId> reads = new HashSet<>();
        reads.add(Roles.PARTITION);
        for (LocalDate date : dates) {
            reads.addAll(DayWindows.partitions(date, loaded));
            reads.add(ShiftDay.BOARD.in(new Partition.Day(date)));
        }
        return reads;
    }

    static IdleTimes of(Collection<LocalDate> dates, Boards boards, Instant now) {
        IdleTimes times = new IdleTimes();
        ActiveMinutes rule = new ActiveMinutes(boards.get(Roles.BOARD, Partition.ALL), now);
        for (LocalDate date : dates) {
            Map<Long, List<Window>> windows =
                    DayWindows.of(date, boards).stream().collect(Collectors.groupingBy(Window::employeeId));
            boards.get(ShiftDay.BOARD, new Partition.Day(date))
                    .byEmployee()
                    .forEach((employee, shifts) ->
                            times.add(employee, rule, shifts, windows.getOrDefault(employee, List.of())));
        }
        return times;
    }

    private void add(long employee, ActiveMinutes rule, List<Shift> shifts, List<Window> windows) {
        List<BigDecimal> idle = rule.idle(shifts, windows);
        if (!idle.isEmpty()) {
            BigDecimal minutes = idle.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            byEmployee.merge(employee, new IdleTime(idle.size(), minutes), IdleTime::plus);
        }
        nextTick = Instants.earlier(nextTick, rule.nextTick(shifts, windows));
    }

    IdleTime of(long employeeId) {
        return byEmployee.getOrDefault(employeeId, IdleTime.NONE);
    }

    /** The next instant at which anything here changes by the clock alone; {@link Instant#MAX} = never. */
    Instant nextTick() {
        return nextTick;
    }
}
