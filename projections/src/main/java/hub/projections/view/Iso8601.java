package hub.projections.view;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Points in time of routes whose legacy wrote UTC without saying so: {@code 2026-02-05T14:00:00Z}. */
public final class Iso8601 {

    private Iso8601() {}

    /** Whole seconds, always written; fractions are cut off. */
    public static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
