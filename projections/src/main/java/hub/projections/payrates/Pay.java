package hub.projections.payrates;

import hub.projections.view.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How one employee is paid (domain 3.9, 4.7).
 *
 * @param rate dollars per hour, or per month if it is a salary; the default where none is recorded
 * @param notes never logged
 */
public record Pay(
        BigDecimal rate,
        boolean salary,
        @Nullable LocalDate effectiveDate,
        @Nullable String notes) {

    private static final BigDecimal DEFAULT_HOURLY = new BigDecimal("13.00");
    /** The hours that a monthly salary is divided by: 26 days of 8. */
    private static final BigDecimal HOURS_A_MONTH = BigDecimal.valueOf(26 * 8);

    /** Of somebody without a recorded rate. */
    public static final Pay DEFAULT = of(null, false, null, null);

    static Pay of(
            @Nullable BigDecimal recorded, boolean salary, @Nullable LocalDate effectiveDate, @Nullable String notes) {
        BigDecimal otherwise = salary ? DEFAULT_HOURLY.multiply(HOURS_A_MONTH) : DEFAULT_HOURLY;
        return new Pay(recorded == null ? otherwise : recorded, salary, effectiveDate, notes);
    }

    /** Dollars per hour: an hourly rate as it is, a salary by 26 days of 8 hours, two digits. */
    public BigDecimal hourly() {
        return salary ? Decimals.divide(rate, HOURS_A_MONTH, 2) : rate;
    }

    /** As the legacy calls it. */
    public String type() {
        return salary ? "salary" : "hourly";
    }

    /** Without the notes. */
    @Override
    public String toString() {
        return "Pay[" + type() + "]";
    }
}
