package hub.projections.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person has earned, with the legacy's field names (domain 3.10).
 *
 * @param achievements the 50 latest, the latest first
 * @param totalPoints of all that the person has earned
 * @param count of {@code achievements}
 */
public record Earned(boolean success, List<EarnedOne> achievements, long totalPoints, int count) {

    /**
     * @param name for people; the key itself if it is not known
     * @param points 0 if none were awarded
     * @param earnedAt Chicago time, as {@code 2026-01-15 14:05}; null if it was not recorded
     */
    public record EarnedOne(
            String key,
            String name,
            String icon,
            String description,
            long points,
            @Nullable String earnedAt) {}
}
