package hub.query.ops;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /api/ops/parked} says: every row of MySQL that the live generation lacks because its cells cannot be
 * computed. No data of a row is in it.
 *
 * @param generation the live one
 * @param position at which this is the whole list
 * @param unacknowledged how many nobody has acknowledged
 * @param parked by table and primary key
 */
record ParkedReport(String generation, String position, long unacknowledged, List<Entry> parked) {

    /**
     * @param boards which boards lack the row; the answers made from them are {@code degraded}
     * @param position the last whole transaction contained when it was parked; null if a snapshot read it
     * @param acknowledgedBy the id of the key; null if nobody has
     */
    record Entry(
            String table,
            long id,
            List<String> boards,
            String reason,
            @Nullable String position,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt) {}
}
