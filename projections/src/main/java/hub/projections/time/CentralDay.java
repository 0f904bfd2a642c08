package hub.projections.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The Central day: the half-open interval {@code [start, end)} of instants whose civil date in America/Chicago is
 * {@code date}. 23, 24 or 25 hours long. Every day edge in the service comes from here.
 */
public record CentralDay(LocalDate date) {

    /** The warehouse's zone. */
    public static final ZoneId ZONE = ZoneId.of("America/Chicago");

    /** The day that contains {@code instant}. */
    public static CentralDay of(Instant instant) {
        long hour = Math.floorDiv(instant.getEpochSecond(), SECONDS_PER_HOUR);
        Known last = known;
        if (last.hour == hour) {
            return last.day;
        }
        CentralDay day = new CentralDay(instant.atZone(ZONE).toLocalDate());
        if (hour > 0) {
            known = new Known(hour, day);
        }
        return day;
    }

    /**
     * The hour that was asked for last, and its day: work comes in the order of time, and each row asks several times. A
     * day begins on a full UTC hour, though not in the nineteenth century, of which nothing is remembered.
     */
    private record Known(long hour, CentralDay day) {}

    private static volatile Known known = new Known(Long.MIN_VALUE, new CentralDay(LocalDate.EPOCH));

    private static final int SECONDS_PER_HOUR = 3600;

    /** The first instant of the day. */
    public Instant start() {
        return date.atStartOfDay(ZONE).toInstant();
    }

    /** The first instant of the next day. */
    public Instant end() {
        return next().start();
    }

    public CentralDay next() {
        return new CentralDay(date.plusDays(1));
    }

    public CentralDay previous() {
        return new CentralDay(date.minusDays(1));
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start()) && instant.isBefore(end());
    }

    /** Whether the day is over at {@code now}. */
    public boolean endedAt(Instant now) {
        return !now.isBefore(end());
    }

    /** When the day begins or, once it has begun, ends; {@link Instant#MAX} once it is over. */
    public Instant nextEdge(Instant now) {
        return endedAt(now) ? Instant.MAX : contains(now) ? end() : start();
    }

    /** The starts of the day's UTC hours, in order: 23, 24 or 25 of them (the zone's offsets are whole hours). */
    public List<Instant> hours() {
        List<Instant> hours = new ArrayList<>(25);
        for (Instant hour = start(); hour.isBefore(end()); hour = hour.plus(1, ChronoUnit.HOURS)) {
            hours.add(hour);
        }
        return hours;
    }

    /** The hour of day (0 to 23) that a Chicago wall clock shows at {@code instant}. */
    public static int wallClockHour(Instant instant) {
        return instant.atZone(ZONE).getHour();
    }
}
