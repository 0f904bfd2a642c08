package hub.scheduler.idle;

import java.time.Instant;
import java.util.Locale;

/** Somebody idle. An episode of idleness is who and since when. */
record Idleness(long employeeId, Instant since, Severity severity, Status status) {

    enum Severity {
        WARNING,
        CRITICAL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Status {
        SINCE_CLOCK_IN,
        AFTER_ACTIVITY;

        /** As the legacy calls it. */
        String word() {
            return "idle_" + name().toLowerCase(Locale.ROOT);
        }
    }
}
