package hub.redis;

import hub.projections.change.Canary;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Checkpoint;
import hub.projections.store.Pointer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of the whole at one instant.
 *
 * @param live checkpoint of the live generation; null if none is live, or if the store lost it
 * @param marks of the live generation
 * @param boards name → last write, in the live generation
 * @param statuses of the pipelines that are alive
 * @param canaryWritten the last canary known to be committed in MySQL; null if none is
 */
public record Pulse(
        Pointer pointer,
        @Nullable Checkpoint live,
        Marks marks,
        Map<String, BoardTouch> boards,
        List<PipelineStatus> statuses,
        @Nullable Canary canaryWritten) {}
