package hub.redis;

import hub.projections.store.Announcement;
import hub.projections.store.Pointer;

/** What readers hear from the store. A signal may be lost; then {@link Resubscribed} follows, or a gap shows. */
public sealed interface StoreSignal {

    /** A commit became visible. Its checkpoint's sequence tells a gap. */
    record Announced(Announcement announcement) implements StoreSignal {}

    /** Another generation is live. */
    record PointerMoved(Pointer pointer) implements StoreSignal {}

    /** The subscription stands, for the first time or again: signals before it may be missing, so ask before trusting. */
    record Resubscribed() implements StoreSignal {}
}
