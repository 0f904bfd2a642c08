package hub.query.boards;

import hub.projections.change.Canary;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Checkpoint;
import hub.projections.store.Pointer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the store and the pipelines are.
 *
 * @param live the live generation's checkpoint; null if none is live
 * @param statuses what the pipelines that are alive say of themselves
 * @param written the last canary known to be committed in MySQL; null if nobody writes one
 * @param damage why the live generation must not be trusted
 * @param lastTouch per board, the sequence of the last commit that touched it
 */
public record Pulse(
        Pointer pointer,
        @Nullable Checkpoint live,
        List<PipelineStatus> statuses,
        @Nullable Canary written,
        Damage damage,
        Map<String, Long> lastTouch) {

    /** Nothing live, nothing known. */
    public static final Pulse NONE = new Pulse(Pointer.NONE, null, List.of(), null, Damage.NONE, Map.of());
}
