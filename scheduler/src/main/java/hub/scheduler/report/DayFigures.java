package hub.scheduler.report;

import hub.projections.view.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one Central day came to, everybody's work included, whether still employed or not.
 *
 * @param people distinct people with a shift or with items
 * @param items of all sources
 * @param points two digits
 * @param finished items that passed QC (PodFactory)
 * @param clockedMinutes of all shifts
 * @param activeMinutes as scored
 */
public record DayFigures(
        LocalDate date,
        int people,
        long items,
        BigDecimal points,
        long finished,
        BigDecimal clockedMinutes,
        long activeMinutes) {

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    /** Whether anybody was there, or anything done. */
    public boolean worked() {
        return people > 0;
    }

    /** One digit. */
    public BigDecimal hours() {
        return Decimals.divide(clockedMinutes, SIXTY, 1);
    }

    /** Items per clocked hour, one digit; null without a clocked minute. */
    public @Nullable BigDecimal itemsPerHour() {
        return perClocked(BigDecimal.valueOf(items).multiply(SIXTY));
    }

    /** Active minutes in percent of clocked ones, one digit; null without a clocked minute. */
    public @Nullable BigDecimal efficiency() {
        return perClocked(BigDecimal.valueOf(activeMinutes).multiply(Decimals.HUNDRED));
    }

    private @Nullable BigDecimal perClocked(BigDecimal amount) {
        return clockedMinutes.signum() == 0 ? null : Decimals.divide(amount, clockedMinutes, 1);
    }
}
