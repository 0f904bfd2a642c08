package hub.projections.feed;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's windows of one Central day, with the legacy's field names (domain 3.10).
 *
 * @param totalActivities all of them, those beyond the limit included
 * @param activities in order of their start, then by name, then by id
 */
public record ActivityLog(LocalDate date, int totalActivities, List<LoggedActivity> activities) {

    /**
     * @param reportId always null: it is not followed
     * @param roleName null for work without a known role
     * @param windowStart ISO 8601, UTC, and so {@code windowEnd}, which is the start itself for a window without an end
     */
    public record LoggedActivity(
            long id,
            @Nullable String reportId,
            String employeeName,
            @Nullable String roleName,
            long itemsCount,
            String windowStart,
            String windowEnd) {}
}
