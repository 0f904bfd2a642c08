package hub.scheduler.idle;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One active employee whose latest shift of today is open.
 *
 * @param lastWindow the window of today that ended last; null if there is none
 * @param pickerPause the idle threshold of the Picker role in minutes; null if it is not set
 */
record Presence(
        long employeeId,
        Instant clockIn,
        @Nullable LastWindow lastWindow,
        @Nullable Long pickerPause) {

    /**
     * @param batch whether its role is paid by the batch
     * @param expectedPerHour of its role; null if not set
     * @param pause the idle threshold of its role in minutes; null if not set, or if there is no such role
     */
    record LastWindow(
            Instant end,
            long items,
            boolean batch,
            @Nullable BigDecimal expectedPerHour,
            @Nullable Long pause) {}
}
