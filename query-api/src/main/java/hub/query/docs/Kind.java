package hub.query.docs;

/** What an operation answers from. */
enum Kind {
    /** One view. */
    VIEW,
    /** Several views, posted for. */
    SEVERAL,
    /** Views as they change. */
    STREAM,
    /** Anything else. */
    PLAIN;

    boolean readsBoards() {
        return this != PLAIN;
    }

    /** Whether a caller may name a position that the answer must contain. */
    boolean waitsForPositions() {
        return this == VIEW || this == SEVERAL;
    }
}
