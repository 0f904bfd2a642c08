package hub.projections.attendance;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is at work now, with the legacy's field names (domain 3.10).
 *
 * @param timestamp when this was evaluated, ISO 8601, UTC
 * @param employees one row per active person, who came last first, then the lower employee id
 */
public record WorkingNow(boolean success, String timestamp, int count, List<AtWork> employees) {

    /**
     * @param title always null: Connecteam's titles are not stored
     * @param role always {@code Worker}, as in the legacy
     * @param clockIn ISO 8601, UTC
     * @param durationMinutes one digit, and so {@code durationHours}
     */
    public record AtWork(
            long employeeId,
            String name,
            @Nullable String title,
            String role,
            String clockIn,
            BigDecimal durationMinutes,
            BigDecimal durationHours) {}
}
