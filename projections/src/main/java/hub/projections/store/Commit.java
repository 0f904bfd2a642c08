package hub.projections.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One atomic step of a generation: applied wholly if the stored checkpoint equals {@code expected}, else not at all.
 *
 * @param expected null for the first commit of a new generation
 * @param next its sequence is one above expected's (1 for the first)
 * @param writes at most {@link #MAX_FIELDS} fields
 * @param schemaHistory entries to append to the generation's schema history
 */
public record Commit(@Nullable Checkpoint expected, Checkpoint next, Writes writes, List<String> schemaHistory) {

    /** The most fields that one commit may write: bounds the time for which the store's script runs. */
    public static final int MAX_FIELDS = 20_000;

    public Commit {
        long due = expected == null ? 1 : expected.sequence() + 1;
        if (next.sequence() != due) {
            throw new IllegalArgumentException("next sequence must be " + due + ", not " + next.sequence());
        }
        schemaHistory = List.copyOf(schemaHistory);
    }
}
