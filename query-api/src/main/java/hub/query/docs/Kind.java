package hub.query.docs;

/** What an operation answers from. */
enum Kind {
    /** One view. */
    VIEW,
    /** Several views, posted for. */
    SEVERAL,
    /** Views as they change. */
    STREAM,
    /** A document that is kept as it was made. */
    KEPT,
    /** Anything else. */
    PLAIN;

    boolean readsBoards() {
        return this != PLAIN && this != KEPT;
    }

    /** Whether who has the bytes already is told so. */
    boolean isHeld() {
        return this == VIEW || this == KEPT;
    }

    /** Whether a caller may name a position that the answer must contain. */
    boolean waitsForPositions() {
        return this == VIEW || this == SEVERAL;
    }
}
