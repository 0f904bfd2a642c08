package hub.projections.ranking;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One of today's ten best, with the legacy's field names.
 *
 * @param pointsEarned two digits
 * @param hoursWorked one digit; null without a shift
 * @param currentStreak live: derived; stored: as {@code employees.current_streak} says, which may be null
 * @param prevPoints points of whoever is ranked just above; null for the first
 * @param itemsPerMinute items per <em>hour</em>: the legacy's name and value; {@code itemsPerHour} says it right
 * @param yesterdayRank 999 without a score yesterday
 * @param movement {@code new}, {@code up}, {@code down} or {@code same}
 * @param milestoneProgress percent of the next milestone, one digit, at most 100
 */
public record LiveRow(
        long id,
        String name,
        long itemsProcessed,
        BigDecimal pointsEarned,
        @Nullable BigDecimal hoursWorked,
        @Nullable Long currentStreak,
        int currentRank,
        @Nullable BigDecimal prevPoints,
        BigDecimal itemsPerMinute,
        BigDecimal itemsPerHour,
        int yesterdayRank,
        String movement,
        int positionsMoved,
        String rankDisplay,
        String badge,
        String movementIcon,
        String movementColor,
        int nextMilestone,
        BigDecimal milestoneProgress) {}
