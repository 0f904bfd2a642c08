package hub.projections.store;

import org.jspecify.annotations.Nullable;

/** What became of a commit. Failing to reach the store is an exception instead, and may be retried unchanged. */
public sealed interface CommitOutcome {

    /** Boards and checkpoint moved. */
    record Applied() implements CommitOutcome {}

    /** The store already stood at {@code next}: an earlier attempt had gone through. As good as applied. */
    record AlreadyApplied() implements CommitOutcome {}

    /** Nothing was written: the store stands elsewhere. Stop and start again from what is stored. */
    record Refused(@Nullable Checkpoint stored) implements CommitOutcome {}

    /** The generation's data is unusable (a wrong key type, an overflow); only a rebuild helps. */
    record Damaged(String reason) implements CommitOutcome {}
}
