package hub.projections.cost;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one person's work cost, with the legacy's field names. A line of several days is the sum of the lines of its days.
 *
 * @param hourlyRate the highest of the range
 * @param daysWorked Central days of a clock-in
 * @param nonActiveHours clocked less active, never below 0
 * @param utilizationRate active of clocked minutes, percent, at most 100
 * @param activeDays days with items
 * @param nonActiveCost the cost of clocked less active hours; below 0 where somebody was active without a clock
 * @param costPerItem and {@code costPerItemTrue}: total cost per item of any kind; 0 without items
 * @param efficiency items per dollar, one digit
 * @param avgDailyCost and the other averages: per day worked; a single day has none
 * @param clockTimes the shifts; a range has none
 */
public record EmployeeCost(
        long id,
        String name,
        BigDecimal hourlyRate,
        String payType,
        BigDecimal clockedHours,
        int daysWorked,
        BigDecimal activeHours,
        BigDecimal nonActiveHours,
        BigDecimal utilizationRate,
        long itemsProcessed,
        int activeDays,
        BigDecimal totalCost,
        BigDecimal activeCost,
        BigDecimal nonActiveCost,
        BigDecimal costPerItem,
        BigDecimal costPerItemTrue,
        BigDecimal costPerItemActive,
        BigDecimal efficiency,
        Optional<BigDecimal> avgDailyCost,
        Optional<BigDecimal> avgDailyItems,
        Optional<BigDecimal> avgDailyHours,
        Breakdown activityBreakdown,
        Optional<List<ClockTime>> clockTimes,
        String status,
        String statusColor) {

    /** PodFactory items by activity. */
    public record Breakdown(long picking, long labeling, long filmMatching, long inProduction, long qcPassed) {}

    /**
     * One shift.
     *
     * @param clockIn Chicago time, as {@code 07:55 AM}
     * @param clockOut the same; {@code Active} while it runs; null if it was forgotten, which in stored mode none is
     */
    public record ClockTime(String clockIn, @Nullable String clockOut, BigDecimal minutes) {}

    /** Without a pay rate in it. */
    @Override
    public String toString() {
        return "EmployeeCost[" + id + "]";
    }
}
