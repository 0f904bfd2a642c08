package hub.scheduler.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One department's day.
 *
 * @param name null for work without a department
 * @param hours clocked by its people, two digits, each counted fully in every department worked
 * @param efficiency items against what the hours let expect, percent, one digit
 * @param previousItems of the previous working day; null if there is none
 */
public record DepartmentLine(
        @Nullable String name,
        int people,
        long items,
        BigDecimal hours,
        BigDecimal efficiency,
        BigDecimal vsTarget,
        @Nullable Long previousItems) {}
