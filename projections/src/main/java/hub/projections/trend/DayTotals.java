package hub.projections.trend;

import hub.projections.view.Decimals;
import hub.projections.workday.WorkDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * What several people did on one day, added up.
 *
 * @param people those with a score of the day
 * @param points two digits
 * @param active minutes
 * @param clocked minutes
 */
public record DayTotals(LocalDate date, int people, long items, BigDecimal points, long active, BigDecimal clocked) {

    /** Of those with a score of {@code day} whom {@code wanted} takes. */
    public static DayTotals of(LocalDate date, WorkDay day, Predicate<Long> wanted) {
        List<Long> people = day.scored().stream().filter(wanted).toList();
        long items = 0;
        long active = 0;
        BigDecimal points = new BigDecimal("0.00");
        BigDecimal clocked = BigDecimal.ZERO;
        for (Long id : people) {
            items += day.items(id);
            points = points.add(day.points(id));
            active += day.activeMinutes(id);
            clocked = clocked.add(day.clocked(id).minutesOrZero());
        }
        return new DayTotals(date, people.size(), items, points, active, clocked);
    }

    /** Active of clocked minutes, 0 to 1, two digits; 0 without clocked ones. */
    public BigDecimal efficiency() {
        return efficiency(active, clocked);
    }

    /** The same of several days. */
    public static BigDecimal efficiency(List<DayTotals> days) {
        return efficiency(
                days.stream().mapToLong(DayTotals::active).sum(),
                days.stream().map(DayTotals::clocked).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BigDecimal efficiency(long active, BigDecimal clocked) {
        return clocked.signum() <= 0
                ? new BigDecimal("0.00")
                : Decimals.divide(BigDecimal.valueOf(active), clocked, 2).min(new BigDecimal("1.00"));
    }
}
