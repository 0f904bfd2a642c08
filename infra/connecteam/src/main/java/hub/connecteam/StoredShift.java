package hub.connecteam;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code clock_times}.
 *
 * @param ours whether Connecteam is its source
 */
record StoredShift(
        long id, long employee, Shift shift, @Nullable BigDecimal minutes, boolean active, boolean ours) {

    /**
     * Whether the row already says all that {@code told} says. Less than a minute between the minutes is none: the column
     * may hold whole minutes.
     */
    boolean says(Shift told) {
        return shift.equals(told) && active == (told.out() == null) && sameMinutes(told.minutes());
    }

    private boolean sameMinutes(@Nullable BigDecimal told) {
        if (told == null || minutes == null) {
            return told == null;
        }
        return minutes.subtract(told).abs().compareTo(BigDecimal.ONE) < 0;
    }
}
