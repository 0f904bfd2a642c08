package hub.projections.feed;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One shift that began today, with the legacy's field names.
 *
 * @param id of the row in MySQL: the nightly rewrite of the clock rows changes it and nothing else
 * @param clockIn RFC 1123
 * @param clockOut RFC 1123; null while open
 * @param isClockedIn 1 or 0
 * @param totalMinutes of this shift
 * @param activeMinutes of the employee's whole day
 * @param itemsProcessed of the employee's whole day
 * @param openStale new: the shift was left open for more than 16 hours
 * @param negativeShift new: the shift ends before it began; it counts no minutes
 */
public record ClockTimeRow(
        long id,
        String employeeName,
        String clockIn,
        @Nullable String clockOut,
        int isClockedIn,
        BigDecimal totalMinutes,
        long activeMinutes,
        long itemsProcessed,
        boolean openStale,
        boolean negativeShift) {}
