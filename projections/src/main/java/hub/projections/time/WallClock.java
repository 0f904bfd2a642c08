package hub.projections.time;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Instants in Chicago's time, as people there and their programs write them. */
public final class WallClock {

    private static final DateTimeFormatter MINUTES = format("hh:mm a");
    private static final DateTimeFormatter SECONDS = format("hh:mm:ss a");
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private WallClock() {}

    /** As {@code 07:55 AM}. */
    public static String minutes(Instant instant) {
        return MINUTES.format(instant);
    }

    /** As {@code 07:55:08 AM}. */
    public static String seconds(Instant instant) {
        return SECONDS.format(instant);
    }

    /** As {@code 2026-01-15T14:00:00-06:00}: whole seconds, always written. */
    public static String iso(Instant instant) {
        return ISO.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(CentralDay.ZONE));
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(CentralDay.ZONE);
    }
}
