package hub.projections.cost;

import hub.projections.view.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The hours of one person and what they cost; first of one day, then added up. Every figure of a day is rounded before it
 * is added, so that a range costs exactly what its days cost.
 *
 * @param minutes clocked, exact
 */
record Hours(
        BigDecimal minutes,
        long activeMinutes,
        BigDecimal clocked,
        BigDecimal active,
        BigDecimal nonActive,
        BigDecimal cost,
        BigDecimal activeCost,
        BigDecimal nonActiveCost) {

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    static final Hours NONE = new Hours(BigDecimal.ZERO, 0, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);

    /** Of one day at one rate. */
    static Hours ofDay(BigDecimal minutes, long activeMinutes, BigDecimal rate) {
        BigDecimal activeExact = BigDecimal.valueOf(activeMinutes);
        BigDecimal clocked = Decimals.divide(minutes, SIXTY, 2);
        BigDecimal active = Decimals.divide(activeExact, SIXTY, 2);
        return new Hours(
                minutes,
                activeMinutes,
                clocked,
                active,
                Decimals.divide(minutes.subtract(activeExact).max(BigDecimal.ZERO), SIXTY, 2),
                Decimals.round(clocked.multiply(rate), 2),
                Decimals.round(active.multiply(rate), 2),
                Decimals.round(clocked.subtract(active).multiply(rate), 2));
    }

    Hours plus(Hours other) {
        return new Hours(
                minutes.add(other.minutes),
                activeMinutes + other.activeMinutes,
                clocked.add(other.clocked),
                active.add(other.active),
                nonActive.add(other.nonActive),
                cost.add(other.cost),
                activeCost.add(other.activeCost),
                nonActiveCost.add(other.nonActiveCost));
    }

    /** Active of clocked minutes, percent, one digit; 0 without clocked minutes. */
    BigDecimal utilization() {
        return perUnit(BigDecimal.valueOf(activeMinutes).multiply(Decimals.HUNDRED), minutes, 1);
    }

    /** {@code amount / units}, 0 without units. */
    static BigDecimal perUnit(BigDecimal amount, BigDecimal units, int digits) {
        return units.signum() <= 0
                ? BigDecimal.ZERO.setScale(digits, RoundingMode.UNNECESSARY)
                : Decimals.divide(amount, units, digits);
    }
}
