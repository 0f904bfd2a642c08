package hub.projections.feed;

import hub.projections.time.WallClock;
import hub.projections.view.Rfc1123;
import java.time.Instant;

/**
 * Somebody came or went, with the legacy's field names.
 *
 * @param type {@code clock_in} or {@code clock_out}
 * @param timestamp RFC 1123
 * @param timeStr Chicago's wall clock, as {@code 07:55 AM}
 */
public record FeedEvent(String type, String description, String timestamp, String employeeName, String timeStr) {

    static FeedEvent of(String name, boolean in, Instant at) {
        String time = WallClock.minutes(at);
        return new FeedEvent(
                in ? "clock_in" : "clock_out",
                name + (in ? " clocked in at " : " clocked out at ") + time,
                Rfc1123.text(at),
                name,
                time);
    }
}
