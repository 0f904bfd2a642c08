package hub.query.ops;

import hub.query.state.FillProgress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /api/ops/pipeline} says.
 *
 * @param state of the pipeline that feeds the live generation, or of the newest one; null if no pipeline is alive
 * @param why the pipeline's state is not known or not current; null if it is
 * @param answers the state that an answer made from every board would have; null if nothing is live
 * @param generation the live one; null if none is
 * @param previous the one that a rollback returns to; null if none
 * @param position of the live generation's last commit
 * @param asOf its commit time at the source; null before anything was streamed
 * @param counts of the pipeline that feeds the live generation
 * @param boards name → its last write
 * @param storeAskedAt when the store was last asked; null if it never answered
 */
record PipelineReport(
        @Nullable String state,
        @Nullable String why,
        @Nullable String answers,
        @Nullable Long generation,
        @Nullable Long previous,
        @Nullable Long sequence,
        @Nullable String position,
        @Nullable Instant asOf,
        boolean midTransaction,
        LagReport lag,
        @Nullable Counts counts,
        Map<String, Touch> boards,
        Faults faults,
        List<Pipeline> pipelines,
        @Nullable Instant storeAskedAt) {

    /**
     * @param state caught-up, behind or unknown
     * @param seconds an upper bound if caught up; null if unknown
     */
    record LagReport(
            String state,
            @Nullable BigDecimal seconds,
            @Nullable String why) {}

    record Counts(long changes, long transactions, long commits) {}

    record Touch(long sequence, @Nullable Instant asOf) {}

    /**
     * What the store found wrong.
     *
     * @param parked board → how many rows it lacks, see {@code /api/ops/parked}
     */
    record Faults(@Nullable String damaged, List<String> drift, List<String> overflow, Map<String, Long> parked) {}

    record Pipeline(
            long generation,
            String state,
            String instance,
            @Nullable String cause,
            Instant at,
            Counts counts,
            @Nullable FillProgress fill) {}
}
