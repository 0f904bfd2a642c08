package hub.projections.trend;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the team's days develop, or those of one role. Days on which somebody of them has a score count; today is not over.
 *
 * @param roleId null = everybody
 * @param trendDirection of the points of all; see {@link Series#direction}
 * @param daily oldest first
 * @param weeks by the ISO week of the Central date, oldest first
 */
public record TeamTrend(
        @Nullable Long roleId,
        int days,
        int dataPoints,
        String trendDirection,
        @Nullable BigDecimal changePercent,
        @Nullable BigDecimal consistency,
        long totalItems,
        BigDecimal totalPoints,
        BigDecimal averagePoints,
        List<TeamDay> daily,
        List<TeamWeek> weeks) {

    /** @param efficiency active of clocked minutes of all, 0 to 1 */
    public record TeamDay(
            LocalDate date,
            int employees,
            long items,
            BigDecimal points,
            BigDecimal efficiency,
            BigDecimal sevenDayAverage,
            BigDecimal fourteenDayAverage) {}

    /** @param week year and number, as {@code 2026-W03} */
    public record TeamWeek(String week, int days, long items, BigDecimal points) {}
}
