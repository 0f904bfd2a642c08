package hub.projections.bottleneck;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer, with the legacy's field names (domain 4.6). Rates are items per hour, from the last 30 minutes.
 *
 * @param timestamp when this was evaluated, ISO 8601 with Chicago's offset
 * @param stations in the order of the flow
 * @param bottlenecks the stations that hold the work up, in the order of the flow
 * @param primaryBottleneck the one whose queue grows most, the first of the flow if several do; null if there is none
 * @param availableWorkers active people with a running shift of today, by name, then id
 * @param recommendations at most three people who do the primary bottleneck's work best and are not there
 */
public record Flow(
        String timestamp,
        List<StationState> stations,
        List<Bottleneck> bottlenecks,
        @Nullable Bottleneck primaryBottleneck,
        List<Worker> availableWorkers,
        List<Recommendation> recommendations,
        List<Prediction> predictions,
        Summary summary) {

    /**
     * @param workers people with a row in the last 30 minutes
     * @param inputRate the output of the station before; 0 for the first
     * @param queueGrowth input less output; 0 for the first
     * @param estimatedQueue half an hour of growth, never below 0
     * @param lastActivity when the latest window of the Central day ended, ISO 8601 with Chicago's offset; null without one
     * @param minutesSinceLast whole minutes, never below 0
     * @param todayTotal items of the Central day
     */
    public record StationState(
            String name,
            String activityType,
            int workers,
            long inputRate,
            long outputRate,
            long itemsPerHour,
            long queueGrowth,
            long estimatedQueue,
            String status,
            String statusLevel,
            @Nullable String lastActivity,
            @Nullable Long minutesSinceLast,
            long todayTotal) {}

    /** @param severity the station's {@code status_level}: {@code critical} or {@code warning} */
    public record Bottleneck(String station, String severity, long queueGrowth, int workers, String status) {}

    /**
     * @param currentStation of the latest row within 30 minutes; {@code Unknown} without one
     * @param skills activities of the last seven Central days, in the order of the flow
     * @param skillPerformance items per row of each, rounded
     * @param canHelpBottleneck whether the primary bottleneck's work is among the skills
     */
    public record Worker(
            long id,
            String name,
            String currentStation,
            @Nullable String currentActivity,
            List<String> skills,
            Map<String, Long> skillPerformance,
            boolean canHelpBottleneck) {}

    public record Recommendation(
            String action, long workerId, String worker, String from, String to, String impact, String reason) {}

    /** @param hours until it happens, one digit */
    public record Prediction(String station, String message, String severity, BigDecimal hours) {}

    /** @param totalWorkersActive people with a row at any station in the last 30 minutes */
    public record Summary(int totalWorkersActive, long totalItemsFlowing, int bottleneckCount) {}
}
