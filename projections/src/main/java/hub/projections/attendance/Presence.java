package hub.projections.attendance;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.shifts.Clocked;
import hub.projections.shifts.Shift;
import hub.projections.shifts.ShiftDay;
import hub.projections.time.CentralDay;
import hub.projections.time.Instants;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.view.Decimals;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One shift, whose it is, and what the clock says of it. Like every log of shifts this knows deactivated people, too, but
 * nobody whose row is gone.
 */
record Presence(Employee employee, Shift shift, Clocked clocked) {

    /** What the legacy says of everybody here. */
    static final String ROLE = "Worker";

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    static final Comparator<Presence> LATEST_FIRST = Comparator.comparing(
                    (Presence presence) -> presence.shift().clockIn())
            .reversed()
            .thenComparing(presence -> presence.employee().id());

    /** @throws DayNotHeld if the day's shifts are no longer held */
    static Set<PartitionId> reads(LocalDate date, Boards loaded) {
        DayNotHeld.check(date, loaded.horizon());
        return Set.of(ShiftDay.BOARD.in(new Partition.Day(date)), Employees.PARTITION);
    }

    /** Of the shifts that began on {@code date}, in any order. */
    static List<Presence> of(LocalDate date, Boards boards, ScoreMode mode, Instant now) {
        Employees employees = boards.get(Employees.BOARD, Partition.ALL);
        List<Presence> presences = new ArrayList<>();
        boards.get(ShiftDay.BOARD, new Partition.Day(date)).byEmployee().forEach((id, shifts) -> {
            Employee employee = employees.byId().get(id);
            if (employee != null) {
                shifts.forEach(
                        shift -> presences.add(new Presence(employee, shift, Clocked.of(List.of(shift), mode, now))));
            }
        });
        return presences;
    }

    /** One digit. */
    BigDecimal minutes() {
        return Decimals.round(clocked.minutesOrZero(), 1);
    }

    /** One digit. */
    BigDecimal hours() {
        return hours(clocked.minutesOrZero());
    }

    static BigDecimal hours(BigDecimal minutes) {
        return Decimals.divide(minutes, SIXTY, 1);
    }

    /** When something about {@code presences} next changes by the clock alone; {@link Instant#MAX} = never. */
    static Instant nextTick(List<Presence> presences, Instant now) {
        return presences.stream().map(presence -> presence.nextTick(now)).reduce(Instant.MAX, Instants::earlier);
    }

    /** The same, of what is about today: at the latest when today ends. */
    static Instant nextTickToday(List<Presence> presences, Instant now) {
        return Instants.earlier(nextTick(presences, now), CentralDay.of(now).end());
    }

    private Instant nextTick(Instant now) {
        Instant forgotten = shift.running(now) ? shift.clockIn().plus(Shift.LONGEST) : Instant.MAX;
        return Instants.earlier(forgotten, clocked.nextTick());
    }
}
