package hub.app.cli;

/** What the process says to its caller. */
final class Exit {
    static final int OK = 0;
    /** Something went wrong under way. */
    static final int FAILED = 1;
    /** Refused before anything was touched: wrong usage, or a source or Redis that does not fit. */
    static final int REFUSED = 2;

    private Exit() {}
}
