package hub.app.operator;

/** What was asked for did not come about; the message says what is known and what to look at. */
public final class OperationFailed extends RuntimeException {
    OperationFailed(String message) {
        super(message);
    }
}
