package hub.projections.team;

import java.math.BigDecimal;

/**
 * The team's figures of today, with the legacy's field names; some of them stand under two names.
 *
 * @param totalEmployees people with a shift that began today
 * @param activeEmployees those of them who are at work now
 * @param totalHoursWorked one digit
 * @param itemsToday QC-passed items of PodFactory
 * @param pointsToday of PodFactory's rows, one digit
 * @param overallEfficiency items of all departments against what their hours let expect, percent, one digit
 * @param averageItemsPerHour QC-passed items per hour worked, but of at least one hour, one digit
 * @param vsYesterday change of QC-passed items against the whole of yesterday, percent, one digit
 * @param vsYesterdaySameTime new: the same against yesterday up to the same time of day, by when windows began
 * @param topDepartment the one with the most points; {@code None} while nobody has any
 * @param topDepartmentPoints one digit
 */
public record TeamMetrics(
        int totalEmployees,
        int totalEmployeesToday,
        int activeEmployees,
        BigDecimal totalHoursWorked,
        long itemsToday,
        long itemsFinished,
        BigDecimal pointsToday,
        BigDecimal overallEfficiency,
        BigDecimal averageItemsPerHour,
        int dailyGoal,
        BigDecimal vsYesterday,
        BigDecimal vsYesterdaySameTime,
        String topDepartment,
        BigDecimal topDepartmentPoints) {}
