package hub.projections.team;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The team, or the people of one role, at a glance (domain 4.5). Work includes that of people who have left.
 *
 * @param roleId null = everybody
 * @param totalEmployees active ones
 * @param presentToday those of them with a shift of today
 * @param attendanceRate percent, one digit
 * @param newEmployees of the active ones
 * @param averageTenureDays of those whose hire date is known, one digit; null if none is
 * @param efficiencyToday active of clocked minutes of all, 0 to 1, two digits
 * @param pointsWeek of the last seven days, today included, and so the others
 * @param averageDailyPoints over the days of the week with a score, two digits
 * @param pointsMonth from the first of the month on
 */
public record Overview(
        @Nullable Long roleId,
        int totalEmployees,
        int presentToday,
        BigDecimal attendanceRate,
        int newEmployees,
        @Nullable BigDecimal averageTenureDays,
        long itemsToday,
        BigDecimal pointsToday,
        long activeMinutesToday,
        BigDecimal efficiencyToday,
        long itemsWeek,
        BigDecimal pointsWeek,
        BigDecimal averageDailyPoints,
        long itemsMonth,
        BigDecimal pointsMonth) {}
