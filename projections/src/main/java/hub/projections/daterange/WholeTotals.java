package hub.projections.daterange;

import hub.projections.daterange.DateRange.Summary;
import hub.projections.view.Decimals;
import hub.projections.workday.WorkDay;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** What everybody did in a range, added up day by day. */
final class WholeTotals {

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private final Set<Long> scored = new HashSet<>();
    private int daysWithClock;
    private int clockedPeople;
    private long activeMinutes;
    private BigDecimal clockedMinutes = BigDecimal.ZERO;
    private long qcItems;

    void addDay(WorkDay day) {
        scored.addAll(day.scored());
        Set<Long> everybody = new HashSet<>(day.scored());
        everybody.addAll(day.worked());
        int clocked = 0;
        for (Long employee : everybody) {
            BigDecimal minutes = day.clocked(employee).minutesOrZero();
            clocked += minutes.signum() > 0 ? 1 : 0;
            clockedMinutes = clockedMinutes.add(minutes);
            activeMinutes += day.activeMinutes(employee);
        }
        clockedPeople += clocked;
        daysWithClock += clocked > 0 ? 1 : 0;
    }

    void addQcItems(long items) {
        qcItems += items;
    }

    Summary summary(int days) {
        BigDecimal active = BigDecimal.valueOf(activeMinutes);
        return new Summary(
                scored.size(),
                daysWithClock == 0 ? new BigDecimal("0.0") : Decimals.divide(clockedPeople, daysWithClock, 1),
                qcItems,
                Decimals.divide(qcItems, days, 0),
                clockedMinutes.signum() <= 0
                        ? new BigDecimal("0.0")
                        : Decimals.divide(active.multiply(Decimals.HUNDRED), clockedMinutes, 1),
                Decimals.divide(clockedMinutes, SIXTY, 1),
                Decimals.divide(active, SIXTY, 1));
    }
}
