package hub.projections.idle;

import java.time.Instant;
import java.util.Locale;

/**
 * Somebody idle. An episode of idleness is who and since when.
 *
 * @param since when the last window ended or, if later, when the shift began
 */
public record Idleness(long employeeId, Instant since, Severity severity, Status status) {

    /** Critical is who pauses for more than half as long again as is allowed. */
    public enum Severity {
        WARNING,
        CRITICAL;

        /** As it is written. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether anything was done in the shift. */
    public enum Status {
        SINCE_CLOCK_IN,
        AFTER_ACTIVITY;

        /** As the legacy calls it. */
        public String word() {
            return "idle_" + name().toLowerCase(Locale.ROOT);
        }
    }
}
