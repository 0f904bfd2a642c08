package hub.projections.attendance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who works today, with the legacy's field names (domain 3.10).
 *
 * @param employees one row per shift of active people that began today, the latest first, then the lower employee id
 */
public record WorkingToday(boolean success, LocalDate date, TodaySummary summary, List<ShiftToday> employees) {

    /**
     * @param totalEmployees people with a shift of today
     * @param currentlyActive people with a running one
     * @param completedShifts shifts that were clocked out
     */
    public record TodaySummary(int totalEmployees, int currentlyActive, int completedShifts) {}

    /**
     * @param title always null: Connecteam's titles are not stored
     * @param role always {@code Worker}, as in the legacy
     * @param clockIn ISO 8601, UTC, and so {@code clockOut}, which is null while the shift is open
     * @param totalMinutes of this shift, one digit
     * @param status {@code Working}, {@code Completed}, or, of a shift left open for more than 16 hours, {@code Forgotten}
     */
    public record ShiftToday(
            long employeeId,
            String name,
            @Nullable String title,
            String role,
            String clockIn,
            @Nullable String clockOut,
            BigDecimal totalMinutes,
            boolean isActive,
            String status) {}
}
