package hub.scheduler.report;

import hub.projections.view.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the day beside the same figure of the days before.
 *
 * @param key stable, for CSV and JSON
 * @param name for people
 * @param value null if the day has none
 * @param previous of the previous working day; null if there is none
 * @param week mean of the trailing week's working days, as many digits as {@code value}; null if there are none
 */
public record Metric(
        String key,
        String name,
        @Nullable BigDecimal value,
        @Nullable BigDecimal previous,
        @Nullable BigDecimal week) {

    /** Percent by which the value exceeds the previous working day's, one digit; null if that cannot be said. */
    public @Nullable BigDecimal sincePrevious() {
        return change(value, previous);
    }

    /** Percent by which the value exceeds the week's mean, one digit; null if that cannot be said. */
    public @Nullable BigDecimal againstWeek() {
        return change(value, week);
    }

    private static @Nullable BigDecimal change(@Nullable BigDecimal now, @Nullable BigDecimal then) {
        return now == null || then == null || then.signum() == 0
                ? null
                : Decimals.divide(now.subtract(then).multiply(Decimals.HUNDRED), then, 1);
    }
}
