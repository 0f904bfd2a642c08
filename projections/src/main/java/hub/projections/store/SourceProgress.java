package hub.projections.store;

import hub.projections.change.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far the source is after the changes that were handed over.
 *
 * @param resume where to read on, in the connector's own terms
 * @param position the last whole transaction contained
 * @param committedAt its commit time at the source; null if the source has not told (a snapshot)
 * @param schemaHistory entries that become part of the history with these changes
 * @param tables those that the entries tell of and that exist after them; those of earlier entries may be missing
 */
public record SourceProgress(
        String resume,
        SourcePosition position,
        @Nullable Instant committedAt,
        List<String> schemaHistory,
        Set<Table> tables) {

    /** Without a new table. */
    public SourceProgress(
            String resume, SourcePosition position, @Nullable Instant committedAt, List<String> schemaHistory) {
        this(resume, position, committedAt, schemaHistory, Set.of());
    }
}
