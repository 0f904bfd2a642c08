package hub.projections.feed;

import java.time.LocalDate;

/** The earliest {@code limit} windows of one Central day. */
public record ActivityLogQuery(LocalDate date, int limit) {

    /** Several times an ordinary day, and as much as one answer may weigh. */
    public static final int MAX = 5_000;
}
