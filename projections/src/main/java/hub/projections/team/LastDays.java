package hub.projections.team;

import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.time.CentralDay;
import hub.projections.trend.DayTotals;
import hub.projections.trend.PrimaryRoles;
import hub.projections.view.Boards;
import hub.projections.view.ScoreMode;
import hub.projections.workday.WorkDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The last Central days up to today, each with everybody's work, and in which role people worked most within them. */
final class LastDays {

    /** Of which most figures are made. */
    static final int WEEK = 7;

    private final List<WorkDay> days = new ArrayList<>();
    private final List<LocalDate> dates;
    private final PrimaryRoles primary;
    private final Instant nextTick;

    private LastDays(int count, Boards boards, ScoreMode mode, Instant now) {
        dates = dates(count, now);
        Instant tick = CentralDay.of(now).end();
        for (LocalDate date : dates) {
            WorkDay day = WorkDay.of(date, boards, mode, now);
            days.add(day);
            tick = day.nextTick().isBefore(tick) ? day.nextTick() : tick;
        }
        primary = PrimaryRoles.of(dates.subList(Math.max(0, count - WEEK), count), boards);
        nextTick = tick;
    }

    /** What {@link #of} reads, and the employees. */
    static Set<PartitionId> reads(int count, Boards loaded, ScoreMode mode, Instant now) {
        List<LocalDate> dates = dates(count, now);
        Set<PartitionId> reads = new HashSet<>(PrimaryRoles.partitions(dates));
        for (LocalDate date : dates) {
            reads.addAll(WorkDay.reads(date, loaded.horizon(), mode, now));
        }
        reads.add(Employees.PARTITION);
        return reads;
    }

    /** @param count how many, today included; a week at least */
    static LastDays of(int count, Boards boards, ScoreMode mode, Instant now) {
        return new LastDays(count, boards, mode, now);
    }

    static List<LocalDate> dates(int count, Instant now) {
        LocalDate today = CentralDay.of(now).date();
        return today.minusDays(count - 1L).datesUntil(today.plusDays(1)).toList();
    }

    LocalDate first() {
        return dates.getFirst();
    }

    LocalDate today() {
        return dates.getLast();
    }

    WorkDay todaysWork() {
        return days.getLast();
    }

    /** Of the last seven days. */
    PrimaryRoles primary() {
        return primary;
    }

    /** The next instant at which anything here changes by the clock alone. */
    Instant nextTick() {
        return nextTick;
    }

    /** The last seven days. */
    List<DayTotals> week(Predicate<Long> wanted) {
        return totals(today().minusDays(WEEK - 1L), today(), wanted);
    }

    /** The seven days that ended last, of which today is none. */
    List<DayTotals> weekThatIsOver(Predicate<Long> wanted) {
        return totals(today().minusDays(WEEK), today().minusDays(1), wanted);
    }

    /** Each day from {@code first} on, of those whom {@code wanted} takes; days on which none of them has a score are left out. */
    List<DayTotals> totals(LocalDate first, Predicate<Long> wanted) {
        return totals(first, today(), wanted);
    }

    /** The same, up to {@code last}. */
    List<DayTotals> totals(LocalDate first, LocalDate last, Predicate<Long> wanted) {
        List<DayTotals> totals = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            if (!dates.get(i).isBefore(first) && !dates.get(i).isAfter(last)) {
                DayTotals day = DayTotals.of(dates.get(i), days.get(i), wanted);
                if (day.people() > 0) {
                    totals.add(day);
                }
            }
        }
        return totals;
    }
}
