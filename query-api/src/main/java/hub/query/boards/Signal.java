package hub.query.boards;

import hub.projections.store.Announcement;
import hub.projections.store.Pointer;

/** What the store tells without being asked. */
public sealed interface Signal {

    /** A commit touched partitions. */
    record Announced(Announcement announcement) implements Signal {}

    /** Another generation is live. */
    record PointerMoved(Pointer pointer) implements Signal {}

    /** The subscription stands (again): signals before this one may have been lost, later ones arrive. */
    record Subscribed() implements Signal {}
}
