package hub.projections.attendance;

import java.math.BigDecimal;

/**
 * How long somebody has been at work, with the legacy's field names (domain 3.10).
 *
 * @param totalMinutes of the running shift, one digit, and so {@code totalHours}
 * @param timestamp when this was evaluated, ISO 8601, UTC
 */
public record LiveMinutes(
        boolean success, long employeeId, BigDecimal totalMinutes, BigDecimal totalHours, String timestamp) {}
