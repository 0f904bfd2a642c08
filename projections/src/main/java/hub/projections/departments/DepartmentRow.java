package hub.projections.departments;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One department's day, with the legacy's field names.
 *
 * @param departmentName as stored; null for rows without a department
 * @param employeeCount employees with at least one row
 * @param clockedEmployees those of them with clocked minutes
 * @param totalHours clocked hours of those employees, two digits, as far as the {@link HoursMode} counts them here
 * @param efficiency items per hour against expectation, percent, one digit
 * @param targetRate expected items per minute, two digits
 * @param avgRate items per minute, two digits; {@code avgItemsPerMinute} is the same under its other legacy name
 * @param avgEfficiency always 0, as in the legacy
 */
public record DepartmentRow(
        @Nullable String departmentName,
        @Nullable String name,
        int employeeCount,
        int clockedEmployees,
        long totalItems,
        BigDecimal totalHours,
        BigDecimal efficiency,
        BigDecimal vsTarget,
        BigDecimal targetRate,
        BigDecimal avgRate,
        BigDecimal avgItemsPerMinute,
        int avgEfficiency) {}
