package hub.projections.flags;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A flag that nobody has reviewed, with the columns' names.
 *
 * @param createdAt UTC; null if it is not stored
 */
public record FlagRow(
        long id,
        long activityLogId,
        String flagType,
        @Nullable String flagReason,
        @Nullable Instant createdAt) {}
