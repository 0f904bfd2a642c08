package hub.projections.team;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the active people of each role do in a day, beside what they could (domain 4.5).
 *
 * @param startDate the first of the seven Central days that ended last; today is none of them
 * @param workDays those of them on which any of these people has a score
 * @param employees people with a primary role; see {@link hub.projections.trend.PrimaryRoles}
 * @param dailyCapacity items, of all roles for which it is known, two digits
 * @param averageDailyItems of the same people, two digits
 * @param utilization percent, one digit; null without a capacity or a work day
 * @param status see {@link RoleCapacity}
 * @param roles by id
 */
public record TeamCapacity(
        LocalDate startDate,
        LocalDate endDate,
        int workDays,
        int employees,
        BigDecimal dailyCapacity,
        BigDecimal averageDailyItems,
        @Nullable BigDecimal utilization,
        String status,
        List<RoleCapacity> roles) {

    /**
     * @param expectedPerHour items an hour of one person; null if not set
     * @param dailyCapacity of eight hours of each; null if nothing is expected
     * @param averageDailyItems per work day of the team, two digits
     * @param status {@code under} below 70 percent as shown, {@code over} above 90, else {@code normal}; {@code unknown} without
     */
    public record RoleCapacity(
            long roleId,
            String roleName,
            int employees,
            @Nullable BigDecimal expectedPerHour,
            @Nullable BigDecimal dailyCapacity,
            BigDecimal averageDailyItems,
            @Nullable BigDecimal utilization,
            String status) {}
}
