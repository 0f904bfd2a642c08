package hub.projections.feed;

import java.time.LocalDate;

/** The earliest {@code limit} windows of one Central day. */
public record ActivityLogQuery(LocalDate date, int limit) {

    /** As much as one answer may weigh. */
    public static final int MAX = 500;
}
