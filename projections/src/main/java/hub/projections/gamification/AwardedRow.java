package hub.projections.gamification;

import org.jspecify.annotations.Nullable;

/**
 * One person among the most awarded, with the legacy's field names.
 *
 * @param role the name of the role that an administrator set; null if nobody has
 * @param periodPoints awarded in the period
 * @param totalPoints as the warehouse's software keeps them
 * @param currentStreak null only in stored mode, if nothing is stored
 * @param achievementsEarned since ever
 */
public record AwardedRow(
        int rank,
        long employeeId,
        String name,
        @Nullable String role,
        long periodPoints,
        long totalPoints,
        @Nullable Long currentStreak,
        int achievementsEarned,
        String badgeLevel) {}
