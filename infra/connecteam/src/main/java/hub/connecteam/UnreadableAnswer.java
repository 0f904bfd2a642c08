package hub.connecteam;

/** Connecteam answered, and not in the form that its API has. Asking again does not help. */
final class UnreadableAnswer extends ConnecteamFailed {

    UnreadableAnswer(String message) {
        super(message);
    }

    UnreadableAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
