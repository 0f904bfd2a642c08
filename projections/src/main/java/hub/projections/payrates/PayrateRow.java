package hub.projections.payrates;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One employee's pay, with the legacy's field names.
 *
 * @param payRate per hour or, for a salary, per month; 13.00 an hour if none is recorded
 * @param payType {@code hourly} or {@code salary}
 * @param hourlyEquivalent two digits for a salary; null if nothing is recorded
 */
public record PayrateRow(
        long id,
        String name,
        BigDecimal payRate,
        String payType,
        @Nullable LocalDate effectiveDate,
        @Nullable String notes,
        @Nullable BigDecimal hourlyEquivalent) {}
