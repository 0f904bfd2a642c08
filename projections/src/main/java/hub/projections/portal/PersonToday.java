package hub.projections.portal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One person's day so far, with the legacy's field names (domain 3.10).
 *
 * @param pointsEarned two digits
 * @param efficiency active of clocked minutes, 0 to 1, two digits
 * @param hoursToday clocked, one digit
 * @param idleMinutes whole minutes since the last window of today ended, at most 999; 0 without one
 * @param employeeRank as {@link hub.projections.workday.Standing#rank}; null without a shift or items
 * @param totalEmployees people with a shift of today
 * @param teamAvgItems of everybody with items, one digit, and so {@code teamAvgEfficiency}, two digits
 */
public record PersonToday(
        long itemsProcessed,
        BigDecimal pointsEarned,
        BigDecimal efficiency,
        long activeMinutes,
        BigDecimal hoursToday,
        long idleMinutes,
        @Nullable Integer employeeRank,
        int totalEmployees,
        BigDecimal teamAvgItems,
        BigDecimal teamAvgEfficiency) {}
