package hub.projections.trend;

import hub.projections.view.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The points of scored days, oldest first, and how they develop.
 *
 * @param points two digits each
 */
public record Series(List<BigDecimal> points) {

    private static final int WEEK = 7;
    private static final int DIGITS_OF_DEVIATION = 10;
    private static final BigDecimal BETTER = new BigDecimal("1.05");
    private static final BigDecimal WORSE = new BigDecimal("0.95");

    public Series {
        points = List.copyOf(points);
    }

    /** The mean of up to {@code width} days that end with day {@code at} (from 0); two digits. */
    public BigDecimal movingAverage(int at, int width) {
        int from = Math.max(0, at + 1 - width);
        return Decimals.divide(sum(points.subList(from, at + 1)), BigDecimal.valueOf(at + 1L - from), 2);
    }

    /** Two digits; 0 without days. */
    public BigDecimal average() {
        return Decimals.divide(sum(points), BigDecimal.valueOf(Math.max(1, points.size())), 2);
    }

    public BigDecimal total() {
        return sum(points);
    }

    /**
     * The last seven days beside the seven before: {@code improving} if they have more than 5 % more points, {@code
     * declining} if more than 5 % less, else {@code stable}; {@code insufficient_data} with fewer than fourteen days.
     */
    public String direction() {
        if (points.size() < 2 * WEEK) {
            return "insufficient_data";
        }
        BigDecimal last = last();
        BigDecimal before = before();
        // Below zero, 5 % more would be less.
        boolean share = before.signum() > 0;
        if (last.compareTo(share ? before.multiply(BETTER) : before) > 0) {
            return "improving";
        }
        return last.compareTo(share ? before.multiply(WORSE) : before) < 0 ? "declining" : "stable";
    }

    /** By how many percent the last seven days have more than the seven before, one digit; null where that says nothing. */
    public @Nullable BigDecimal changePercent() {
        if (points.size() < 2 * WEEK || before().signum() <= 0) {
            return null;
        }
        return Decimals.divide(last().subtract(before()).multiply(Decimals.HUNDRED), before(), 1);
    }

    /**
     * 1 less the standard deviation over the mean, 0 to 1, two digits; null unless the mean is above zero. The deviation is
     * that of all days, not of a sample.
     */
    public @Nullable BigDecimal consistency() {
        BigDecimal sum = sum(points);
        if (sum.signum() <= 0) {
            return null;
        }
        BigDecimal n = BigDecimal.valueOf(points.size());
        BigDecimal squares =
                points.stream().map(point -> point.multiply(point)).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal deviation = n.multiply(squares)
                .subtract(sum.multiply(sum))
                .divide(n.multiply(n), MathContext.DECIMAL128)
                .sqrt(MathContext.DECIMAL128)
                .setScale(DIGITS_OF_DEVIATION, RoundingMode.HALF_UP);
        BigDecimal share = Decimals.divide(sum.subtract(deviation.multiply(n)), sum, 2);
        return share.max(BigDecimal.ZERO).setScale(2, RoundingMode.UNNECESSARY);
    }

    private BigDecimal last() {
        return sum(points.subList(points.size() - WEEK, points.size()));
    }

    private BigDecimal before() {
        return sum(points.subList(points.size() - 2 * WEEK, points.size() - WEEK));
    }

    private static BigDecimal sum(List<BigDecimal> of) {
        return of.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
