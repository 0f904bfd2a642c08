package hub.bench.report;

import java.util.Locale;

/** A limit in the unit of what it limits, itself allowed. */
public record Bound(boolean least, double value) {

    public static Bound atLeast(double value) {
        return new Bound(true, value);
    }

    public static Bound atMost(double value) {
        return new Bound(false, value);
    }

    /** What is no number holds to nothing. */
    boolean allows(double figure) {
        return least ? figure >= value : figure <= value;
    }

    /** As people write it: {@code ≥ 0.7}. */
    @Override
    public String toString() {
        boolean whole = value == Math.rint(value);
        return (least ? "≥ " : "≤ ")
                + (whole ? String.format(Locale.ROOT, "%,d", (long) value) : Double.toString(value));
    }
}
