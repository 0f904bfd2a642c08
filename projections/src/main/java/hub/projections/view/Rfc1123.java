package hub.projections.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the legacy writes points in time: {@code Thu, 05 Feb 2026 14:00:00 GMT}. */
public final class Rfc1123 {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Rfc1123() {}

    /** Whole seconds; fractions are cut off. */
    public static String text(Instant instant) {
        return FORMAT.format(instant);
    }
}
