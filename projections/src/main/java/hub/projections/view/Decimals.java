package hub.projections.view;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The rounding rule of every published number: exact decimals, multiplied before divided, HALF_UP (domain Decision 7). */
public final class Decimals {

    public static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Decimals() {}

    public static BigDecimal round(BigDecimal value, int digits) {
        return value.setScale(digits, RoundingMode.HALF_UP);
    }

    /** {@code dividend / divisor} rounded to {@code digits}. */
    public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor, int digits) {
        return dividend.divide(divisor, digits, RoundingMode.HALF_UP);
    }

    /** {@code dividend / divisor} rounded to {@code digits}. */
    public static BigDecimal divide(long dividend, long divisor, int digits) {
        return divide(BigDecimal.valueOf(dividend), BigDecimal.valueOf(divisor), digits);
    }
}
