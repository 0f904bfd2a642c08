package hub.projections.staff;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One employee's today, with the legacy's field names.
 *
 * @param pointsToday one digit
 * @param itemsPerHour one digit; 0 without minutes
 * @param rank 1 and one more for every active employee with strictly more points; null without a score today
 */
public record PersonDay(
        long id,
        String name,
        @Nullable Long streakDays,
        long itemsToday,
        BigDecimal pointsToday,
        BigDecimal itemsPerHour,
        @Nullable Integer rank) {}
