package hub.projections.projector;

import hub.projections.store.Commit;
import hub.projections.store.StoreUnavailable;

/** Told what a {@link GenerationWriter} does; called on its threads, must be quick and must not throw. */
public interface WriterListener {

    /** {@code changes} more changes wait for a commit. */
    default void gathered(int changes) {}

    default void committed(Commit commit) {}

    default void storeUnavailable(StoreUnavailable cause) {}

    default void stopped(PipelineStopped reason) {}
}
