package hub.projections.flags;

import java.util.List;

/**
 * The newest flags that nobody has reviewed.
 *
 * @param total of all of them, shown or not
 */
public record UnreviewedFlags(int total, List<FlagRow> flags) {}
