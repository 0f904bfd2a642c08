package hub.testkit.architecture.planted.scheduler;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import java.util.function.Supplier;

@SuppressWarnings("JavaUtilDate")
public final class ReadsTheWallClock {

    static Instant instant() {
        return Instant.now();
    }

    static Supplier<Instant> reference() {
        return Instant::now;
    }

    static LocalDate day(ZoneId zone) {
        return LocalDate.now(zone);
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    static ZoneId zone() {
        return ZoneId.systemDefault();
    }

    static TimeZone oldZone() {
        return TimeZone.getDefault();
    }

    static long milliseconds() {
        return System.currentTimeMillis();
    }

    static Date date() {
        return new Date();
    }
}
