package hub.scheduler.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One of the day's five best.
 *
 * @param department the role with most of the person's items, by name
 * @param points as sealed, two digits
 * @param itemsPerHour items per clocked hour, one digit; null without a clocked minute
 * @param streak days with points in a row; null if nobody counted
 */
public record TopLine(
        int rank,
        long employeeId,
        String name,
        String department,
        long items,
        BigDecimal points,
        String timeWorked,
        @Nullable BigDecimal itemsPerHour,
        @Nullable Long streak) {}
