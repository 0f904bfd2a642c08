package hub.query.stream;

/** The process ends, so it opens no more streams. */
public final class ShuttingDown extends RuntimeException {

    private static final long serialVersionUID = 1;

    ShuttingDown() {
        super("shutting down", null, false, false);
    }
}
