package hub.projections.highlights;

import java.math.BigDecimal;

/**
 * Somebody with a long streak, with the legacy's field names.
 *
 * @param pointsToday two digits
 * @param department where the latest window of today began; {@code Unknown} without one
 */
public record StreakLeader(
        long id, String name, long streakDays, long itemsToday, BigDecimal pointsToday, String department) {}
