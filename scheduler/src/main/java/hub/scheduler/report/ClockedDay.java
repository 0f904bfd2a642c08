package hub.scheduler.report;

import hub.projections.board.Partition;
import hub.projections.shifts.Clocked;
import hub.projections.shifts.Shift;
import hub.projections.shifts.ShiftDay;
import hub.projections.view.Boards;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the clock said of everybody on one day.
 *
 * @param forgotten shifts that were left open for longer than is plausible
 */
record ClockedDay(Map<Long, Clocked> byEmployee, long forgotten) {

    static ClockedDay of(LocalDate date, Boards boards, ScoreMode mode, Instant now) {
        Map<Long, List<Shift>> shifts =
                boards.get(ShiftDay.BOARD, new Partition.Day(date)).byEmployee();
        Map<Long, Clocked> clocked = new HashMap<>();
        shifts.forEach((employee, own) -> clocked.put(employee, Clocked.of(own, mode, now)));
        return new ClockedDay(
                clocked,
                shifts.values().stream()
                        .flatMap(Collection::stream)
                        .filter(shift -> shift.forgotten(now))
                        .count());
    }

    BigDecimal minutes() {
        return byEmployee.values().stream().map(Clocked::minutesOrZero).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
