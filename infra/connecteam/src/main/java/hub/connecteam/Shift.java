package hub.connecteam;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When somebody worked, to the second. Half-open.
 *
 * @param out not before {@code in}; null while the shift is open
 */
record Shift(Instant in, @Nullable Instant out) {

    /** A person cannot be in two shifts at once: shifts of one person that overlap are one shift, told differently. */
    boolean overlaps(Shift other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Shift other) {
        return other.out == null || in.isBefore(other.out);
    }

    /** Its minutes, two digits; null while it is open: it has none that would still be right a minute later. */
    @Nullable
    BigDecimal minutes() {
        return out == null
                ? null
                : BigDecimal.valueOf(Duration.between(in, out).toSeconds())
                        .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }
}
