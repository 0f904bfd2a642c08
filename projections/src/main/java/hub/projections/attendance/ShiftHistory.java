package hub.projections.attendance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person's shifts, with the legacy's field names (domain 3.10). Minutes and hours have one digit.
 *
 * @param shifts in order of clock-in
 */
public record ShiftHistory(
        boolean success,
        long employeeId,
        String employeeName,
        HistoryDays dateRange,
        HistorySummary summary,
        List<PastShift> shifts) {

    /** Both ends are included. */
    public record HistoryDays(LocalDate start, LocalDate end) {}

    /** @param averageShiftHours 0 without shifts */
    public record HistorySummary(
            int totalShifts, BigDecimal totalMinutes, BigDecimal totalHours, BigDecimal averageShiftHours) {}

    /**
     * @param date the Central day on which it began
     * @param clockIn ISO 8601, UTC, and so {@code clockOut}, which is null while the shift is open
     */
    public record PastShift(
            LocalDate date,
            String clockIn,
            @Nullable String clockOut,
            BigDecimal totalMinutes,
            BigDecimal totalHours) {}
}
