package hub.projections.idle;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One active employee whose latest shift of today, of those that have begun, is open.
 *
 * @param lastWindow the window of today that ended last; null if there is none
 * @param pickerPause the idle threshold of the Picker role in minutes; null if it is not set
 */
public record Presence(
        long employeeId,
        Instant clockIn,
        @Nullable LastWindow lastWindow,
        @Nullable Long pickerPause) {

    /**
     * @param batch whether its role works in batches
     * @param expectedPerHour of its role; null if not set
     * @param pause the idle threshold of its role in minutes; null if not set, or if there is no such role
     */
    public record LastWindow(
            Instant end,
            long items,
            boolean batch,
            @Nullable BigDecimal expectedPerHour,
            @Nullable Long pause) {}
}
