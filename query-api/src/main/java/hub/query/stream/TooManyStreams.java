package hub.query.stream;

/** The key, or all keys together, have as many streams open as they may. */
public final class TooManyStreams extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int allowed;

    TooManyStreams(int allowed) {
        super("no more than " + allowed + " streams", null, false, false);
        this.allowed = allowed;
    }

    public int allowed() {
        return allowed;
    }
}
