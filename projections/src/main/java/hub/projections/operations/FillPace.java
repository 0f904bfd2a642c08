package hub.projections.operations;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast the last complete fill went: what the next one will cost.
 *
 * @param rows read by the snapshot
 * @param took from the first row to the end of the snapshot
 * @param at when it ended
 */
public record FillPace(long rows, Duration took, Instant at) {

    /** At least 1. */
    public long rowsPerSecond() {
        return Math.max(1, rows * 1_000 / Math.max(1, took.toMillis()));
    }

    /** How long {@code rows} would take at this pace. */
    public Duration forRows(long rows) {
        return Duration.ofSeconds((rows + rowsPerSecond() - 1) / rowsPerSecond());
    }
}
