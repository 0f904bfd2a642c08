package hub.projections.leaderboard;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of the leaderboard, with the legacy's field names.
 *
 * @param score points, two digits
 * @param streak live: derived; stored: as {@code employees.current_streak} says, which may be null
 * @param totalMinutes null without a shift
 * @param isClockedIn 1 or 0; null without a shift
 * @param progress percent of the day's goal, one digit, at most 100
 * @param openStale new: a shift was left open for more than 16 hours
 * @param noClock new: no shift of the day stands behind the work
 * @param negativeShift new: a shift ends before it began; it counts no minutes
 */
public record LeaderboardRow(
        int rank,
        long id,
        String name,
        long itemsToday,
        BigDecimal score,
        long activeMinutes,
        @Nullable Long streak,
        @Nullable BigDecimal totalMinutes,
        @Nullable Integer isClockedIn,
        @Nullable String activityBreakdown,
        String activityDisplay,
        @Nullable String primaryDepartment,
        String department,
        String departmentIcon,
        String timeWorked,
        BigDecimal itemsPerMinute,
        BigDecimal itemsPerHour,
        BigDecimal progress,
        String clockStatus,
        String statusText,
        String badge,
        boolean openStale,
        boolean noClock,
        boolean negativeShift) {

    LeaderboardRow withRank(int rank) {
        return new LeaderboardRow(
                rank,
                id,
                name,
                itemsToday,
                score,
                activeMinutes,
                streak,
                totalMinutes,
                isClockedIn,
                activityBreakdown,
                activityDisplay,
                primaryDepartment,
                department,
                departmentIcon,
                timeWorked,
                itemsPerMinute,
                itemsPerHour,
                progress,
                clockStatus,
                statusText,
                badge,
                openStale,
                noClock,
                negativeShift);
    }
}
