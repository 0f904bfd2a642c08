package hub.projections.time;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time of day in Chicago, as people there write it. */
public final class WallClock {

    private static final DateTimeFormatter MINUTES = format("hh:mm a");
    private static final DateTimeFormatter SECONDS = format("hh:mm:ss a");

    private WallClock() {}

    /** As {@code 07:55 AM}. */
    public static String minutes(Instant instant) {
        return MINUTES.format(instant);
    }

    /** As {@code 07:55:08 AM}. */
    public static String seconds(Instant instant) {
        return SECONDS.format(instant);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(CentralDay.ZONE);
    }
}
