package hub.projections.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The slice of a board that is read, written, announced and dropped as one. */
public sealed interface Partition {

    /** The text under which the partition stands in keys and announcements; {@link #parse} is its inverse. */
    String text();

    /** The whole board, for small dimension tables. */
    record All() implements Partition {
        @Override
        public String text() {
            return "all";
        }
    }

    /** One Central day. */
    record Day(LocalDate date) implements Partition {
        @Override
        public String text() {
            return date.toString();
        }
    }

    /** One UTC hour, named by its first instant. */
    record Hour(Instant start) implements Partition {
        private static final DateTimeFormatter TEXT =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH").withZone(ZoneOffset.UTC);

        public Hour {
            if (!start.equals(start.truncatedTo(ChronoUnit.HOURS))) {
                throw new IllegalArgumentException("not the start of a UTC hour: " + start);
            }
        }

        /** The hour that contains {@code instant}. */
        public static Hour of(Instant instant) {
            return new Hour(instant.truncatedTo(ChronoUnit.HOURS));
        }

        @Override
        public String text() {
            return TEXT.format(start);
        }
    }

    Partition ALL = new All();

    static Partition parse(String text) {
        if (text.equals("all")) {
            return ALL;
        }
        if (text.indexOf('T') > 0) {
            return new Hour(Instant.parse(text + ":00:00Z"));
        }
        return new Day(LocalDate.parse(text));
    }
}
