package hub.projections.attendance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shifts that began on one Central day, with the legacy's field names (domain 3.10).
 *
 * @param shifts the latest first, then the lower employee id
 */
public record ShiftLog(boolean success, LocalDate date, int shiftCount, List<LoggedShift> shifts) {

    /**
     * @param title always null: Connecteam's titles are not stored
     * @param role always {@code Worker}, as in the legacy
     * @param clockIn ISO 8601, UTC, and so {@code clockOut}, which is null while the shift is open
     * @param totalMinutes one digit
     * @param isActive whether it runs now
     * @param breaks always empty: what is stored is their sum
     * @param breakMinutes new: the sum of the breaks
     */
    public record LoggedShift(
            long employeeId,
            @Nullable String connecteamUserId,
            String employeeName,
            @Nullable String title,
            String role,
            String clockIn,
            @Nullable String clockOut,
            BigDecimal totalMinutes,
            boolean isActive,
            List<String> breaks,
            long breakMinutes) {}
}
