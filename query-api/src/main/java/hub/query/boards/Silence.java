package hub.query.boards;

import hub.projections.store.Checkpoint;
import org.jspecify.annotations.Nullable;

/** Finds out, pulse by pulse, that commits happen but their announcements do not arrive. */
final class Silence {

    private static final long NOTHING = -1;

    private @Nullable Epoch of;
    private long atStart;
    private long due = NOTHING;

    /** Whether a commit that the previous pulse saw has still not been announced within {@code epoch}. */
    boolean foundIn(Epoch epoch, Checkpoint live) {
        if (epoch != of) {
            of = epoch;
            atStart = live.sequence();
            due = NOTHING;
        }
        Checkpoint announced = epoch.announced();
        long heard = announced == null ? atStart : announced.sequence();
        boolean missed = due > heard;
        // The chunks of a long transaction are announced only at its end.
        due = live.midTransaction() ? NOTHING : live.sequence();
        return missed && epoch.listening();
    }
}
