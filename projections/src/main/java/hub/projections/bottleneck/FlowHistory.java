package hub.projections.bottleneck;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer, with the legacy's field names (domain 3.7).
 *
 * @param hoursAnalyzed as asked for
 * @param hourlyData hours of the Chicago clock that have PodFactory work, newest first
 */
public record FlowHistory(int hoursAnalyzed, List<Hour> hourlyData) {

    /**
     * @param hour Chicago time, as {@code 2026-01-15 14:00}; both 01 hours of the 25-hour day are one
     * @param stations by activity, in the order of the flow
     * @param bottlenecks stations that the one before outran by more than a fifth
     */
    public record Hour(String hour, Map<String, StationHour> stations, List<Backup> bottlenecks) {}

    /**
     * @param rate items per hour: the mean of what each row makes per whole minute, times 60, one digit; null if no row
     *     is a minute long
     */
    public record StationHour(
            int workers, long items, @Nullable BigDecimal rate) {}

    /** @param backupRate by how many items per hour the station before is faster, one digit */
    public record Backup(String station, BigDecimal backupRate) {}
}
