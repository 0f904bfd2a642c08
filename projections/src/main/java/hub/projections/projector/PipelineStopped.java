package hub.projections.projector;

import hub.projections.store.CommitOutcome;
import org.jspecify.annotations.Nullable;

/** Nothing more can be committed to the generation by this writer. */
public final class PipelineStopped extends RuntimeException {

    private final transient @Nullable CommitOutcome outcome;

    PipelineStopped(@Nullable String message, @Nullable CommitOutcome outcome, @Nullable Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    /** The refusal or damage that ended it; null if it was closed or failed otherwise. */
    public @Nullable CommitOutcome outcome() {
        return outcome;
    }
}
