package hub.projections.daterange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The answer, with the legacy's field names (domain 3.4).
 *
 * @param leaderboard active employees with items, by points, then items, both descending, then id
 * @param departmentSummary departments with items, by items descending, then name
 * @param totalEmployees the number of {@code leaderboard}'s lines
 * @param generatedAt when this was evaluated, ISO 8601 with Chicago's offset
 */
public record DateRange(
        Range dateRange,
        List<Person> leaderboard,
        List<Department> departmentSummary,
        Summary summary,
        int totalEmployees,
        String generatedAt) {

    public record Range(LocalDate start, LocalDate end, int days) {}

    /**
     * @param department where most of the person's rows are; {@code Unknown} stands for no department
     * @param daysWorked days with a shift or items; in stored mode, with a stored score
     * @param totalPoints one digit
     * @param avgDailyItems over days with items, one digit
     * @param worstDay the fewest items on a day with any
     * @param consistency 100 less half the spread of the days in percent of their average, 0 to 100, one digit
     */
    public record Person(
            long id,
            String name,
            String department,
            int daysWorked,
            long totalItems,
            BigDecimal totalPoints,
            BigDecimal avgDailyItems,
            long bestDay,
            long worstDay,
            BigDecimal consistency) {}

    /**
     * PodFactory work only.
     *
     * @param department {@code Unknown} stands for no department, too
     * @param avgItemsPerActivity per row, one digit
     */
    public record Department(
            String department, int activeDays, int uniqueEmployees, long totalItems, BigDecimal avgItemsPerActivity) {}

    /**
     * Everybody, active or not.
     *
     * @param totalEmployees people with at least one day of their score
     * @param avgEmployeesPerDay people with clocked minutes, over the days that have any, one digit
     * @param totalItems PodFactory items that passed QC
     * @param avgItemsPerDay per calendar day, no digit
     * @param avgEfficiency active of clocked minutes, percent, one digit
     */
    public record Summary(
            int totalEmployees,
            BigDecimal avgEmployeesPerDay,
            long totalItems,
            BigDecimal avgItemsPerDay,
            BigDecimal avgEfficiency,
            BigDecimal totalClockedHours,
            BigDecimal totalActiveHours) {}
}
