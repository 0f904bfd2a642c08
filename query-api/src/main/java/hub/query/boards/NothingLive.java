package hub.query.boards;

/** The store answers, but no generation has been filled yet. */
public final class NothingLive extends RuntimeException {
    public NothingLive() {
        super("no generation is live yet", null, false, false);
    }
}
