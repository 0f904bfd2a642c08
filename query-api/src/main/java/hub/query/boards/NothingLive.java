package hub.query.boards;

/** The store answers, but no generation is live: none has been filled yet, or the store has lost what it held. */
public final class NothingLive extends RuntimeException {

    private final boolean lost;

    /** @param lost whether this process has seen one live before */
    NothingLive(boolean lost) {
        super("no generation is live" + (lost ? " any more" : " yet"), null, false, false);
        this.lost = lost;
    }

    /** Whether this process has seen one live before, so that its callers had answers. */
    public boolean isLost() {
        return lost;
    }
}
