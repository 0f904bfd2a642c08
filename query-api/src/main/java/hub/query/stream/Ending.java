package hub.query.stream;

import java.util.Locale;

/** Why the server ends a stream. */
public enum Ending {
    /** The process goes down; another one may answer. */
    SHUTDOWN,
    /** Every stream ends some day, so that readers spread over new processes; come back. */
    MAX_AGE,
    /** The key, or the key that made the ticket, is no longer accepted. */
    KEY_REVOKED;

    /** The word used in events. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
