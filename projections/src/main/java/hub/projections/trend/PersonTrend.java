package hub.projections.trend;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person's days develop (domain 3.10). Only days with a score count; today is one of them, and not over.
 *
 * @param dataPoints how many such days there are
 * @param trendDirection see {@link Series#direction}
 * @param changePercent see {@link Series#changePercent}
 * @param consistency see {@link Series#consistency}
 * @param averageItems one digit
 * @param averagePoints two digits
 * @param daily oldest first
 */
public record PersonTrend(
        long employeeId,
        String name,
        int days,
        int dataPoints,
        String trendDirection,
        @Nullable BigDecimal changePercent,
        @Nullable BigDecimal consistency,
        long totalItems,
        BigDecimal totalPoints,
        BigDecimal averageItems,
        BigDecimal averagePoints,
        List<ScoredDay> daily) {

    /**
     * @param efficiency active of clocked minutes, 0 to 1
     * @param minutes active ones
     * @param sevenDayAverage of points, over up to seven scored days; so {@code fourteenDayAverage}
     */
    public record ScoredDay(
            LocalDate date,
            long items,
            BigDecimal points,
            BigDecimal efficiency,
            long minutes,
            BigDecimal sevenDayAverage,
            BigDecimal fourteenDayAverage) {}
}
