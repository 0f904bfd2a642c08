package hub.scheduler.seal;

import java.math.BigDecimal;
import java.util.List;

/** Sums over the rows of a day. */
record Totals(long items, BigDecimal points) {

    static Totals of(List<FrozenRow> rows) {
        return new Totals(
                rows.stream().mapToLong(FrozenRow::items).sum(),
                rows.stream().map(FrozenRow::points).reduce(new BigDecimal("0.00"), BigDecimal::add));
    }

    @Override
    public String toString() {
        return items + " items and " + points.toPlainString() + " points";
    }
}
