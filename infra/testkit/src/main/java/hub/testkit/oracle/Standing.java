package hub.testkit.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One employee on the leaderboard. In stored mode, minutes and clocked-in are zero without a shift; live, they are null.
 *
 * @param openStale whether a shift was left open
 * @param noClock whether there is no shift
 * @param negativeShift whether a shift ends before it began
 * @param breakdown items by activity type
 */
public record Standing(
        long id,
        String name,
        BigDecimal items,
        BigDecimal score,
        BigDecimal activeMinutes,
        @Nullable Long streak,
        @Nullable BigDecimal totalMinutes,
        @Nullable Long clockedIn,
        @Nullable String primaryDepartment,
        boolean openStale,
        boolean noClock,
        boolean negativeShift,
        Map<String, Long> breakdown) {

    public BigDecimal itemsPerMinute() {
        return perMinute(items);
    }

    public BigDecimal itemsPerHour() {
        return perMinute(items.multiply(BigDecimal.valueOf(60)));
    }

    /** Percent of the goal: 50 items an hour, or 400 for someone without minutes. */
    public BigDecimal progress() {
        BigDecimal percent = hasMinutes()
                ? perMinute(items.multiply(BigDecimal.valueOf(120)))
                : items.divide(BigDecimal.valueOf(4), 1, RoundingMode.HALF_UP);
        return percent.min(BigDecimal.valueOf(100));
    }

    private BigDecimal perMinute(BigDecimal amount) {
        return totalMinutes != null && hasMinutes()
                ? amount.divide(totalMinutes, 1, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
    }

    private boolean hasMinutes() {
        return totalMinutes != null && totalMinutes.signum() > 0;
    }
}
