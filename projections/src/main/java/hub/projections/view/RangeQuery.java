package hub.projections.view;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A view of the Central days {@code start} to {@code end}, both included. */
public record RangeQuery(LocalDate start, LocalDate end) {

    public static final int MAX_DAYS = 92;

    /** Longer ranges are not computed from MySQL. */
    private static final int MAX_DAYS_IN_MYSQL = 7;

    public RangeQuery {
        long days = start.until(end, ChronoUnit.DAYS) + 1;
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException(
                    start + " to " + end + " are " + days + " days; allowed are 1 to " + MAX_DAYS);
        }
    }

    /** The last {@code days} Central days up to {@code last}. */
    public static RangeQuery endingAt(LocalDate last, int days) {
        return new RangeQuery(last.minusDays(days - 1L), last);
    }

    public List<LocalDate> dates() {
        return start.datesUntil(end.plusDays(1)).toList();
    }

    public int days() {
        return (int) start.until(end, ChronoUnit.DAYS) + 1;
    }

    /** Whether MySQL may be asked for so much in one request. */
    public boolean fitsMysql() {
        return days() <= MAX_DAYS_IN_MYSQL;
    }
}
