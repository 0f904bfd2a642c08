package hub.app.config;

/** The command cannot be carried out as given; the message says why and what would do. Ends with exit code 2. */
public final class UsageError extends RuntimeException {
    public UsageError(String message) {
        super(message);
    }
}
