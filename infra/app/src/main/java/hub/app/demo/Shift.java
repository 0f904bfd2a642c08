package hub.app.demo;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param out null while the person is still clocked in */
record Shift(int employeeId, Instant in, @Nullable Instant out) {

    /** As the Connecteam sync sees it at {@code now}; the shift must have begun. */
    Shift seenAt(Instant now) {
        return out == null || out.isAfter(now) ? new Shift(employeeId, in, null) : this;
    }

    long minutesAt(Instant now) {
        return Math.max(0, Duration.between(in, out == null ? now : out).toMinutes());
    }
}
