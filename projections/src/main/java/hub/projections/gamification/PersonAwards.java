package hub.projections.gamification;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person was awarded (domain 3.10).
 *
 * @param totalAchievements rows, of which a daily or a streak's achievement has several
 * @param totalPoints as the warehouse's software keeps them
 * @param currentStreak null only in stored mode, if nothing is stored
 * @param badgeLevel by {@code totalPoints}: {@code none}, {@code bronze}, {@code silver}, {@code gold}, {@code platinum} or
 *     {@code diamond}
 * @param recentAchievements of today and the seven days before, newest first
 * @param allAchievements newest first
 * @param availableAchievements how many kinds there are
 * @param completionPercentage kinds that were awarded at least once, of those that there are; one digit
 */
public record PersonAwards(
        long employeeId,
        String name,
        int totalAchievements,
        long totalPoints,
        @Nullable Long currentStreak,
        String badgeLevel,
        List<AwardRow> recentAchievements,
        List<AwardRow> allAchievements,
        int availableAchievements,
        BigDecimal completionPercentage) {}
