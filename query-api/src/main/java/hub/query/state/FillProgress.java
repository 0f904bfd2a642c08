package hub.query.state;

import hub.projections.operations.PipelineState;
import hub.projections.operations.PipelineStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a generation is filled.
 *
 * @param rows read so far
 * @param of the estimate of all rows; null while unknown
 * @param rowsPerSecond since the fill began; null while unknown
 * @param remainingSeconds at that rate; null while unknown
 */
public record FillProgress(
        long generation,
        long rows,
        @Nullable Long of,
        @Nullable Long rowsPerSecond,
        @Nullable Long remainingSeconds) {

    /** The progress that {@code status} tells of; null unless it is filling. */
    public static @Nullable FillProgress of(PipelineStatus status) {
        if (status.state() != PipelineState.FILLING) {
            return null;
        }
        Long all = status.toFill() == 0 ? null : status.toFill();
        Long rate = rate(status);
        Long remaining = all == null || rate == null || rate == 0 ? null : Math.max(0, all - status.filled()) / rate;
        return new FillProgress(status.generation().number(), status.filled(), all, rate, remaining);
    }

    /** The newest fill under way; null if there is none. */
    public static @Nullable FillProgress newest(List<PipelineStatus> statuses) {
        return statuses.stream()
                .filter(status -> status.state() == PipelineState.FILLING)
                .max(Comparator.comparingLong(status -> status.generation().number()))
                .map(FillProgress::of)
                .orElse(null);
    }

    private static @Nullable Long rate(PipelineStatus status) {
        Instant since = status.fillingSince();
        long millis = since == null ? 0 : Duration.between(since, status.at()).toMillis();
        return millis <= 0 ? null : status.filled() * 1000 / millis;
    }
}
