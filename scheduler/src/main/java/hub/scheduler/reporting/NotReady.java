package hub.scheduler.reporting;

/** A report cannot be made yet. The message says what is missing. */
final class NotReady extends Exception {

    NotReady(String message) {
        super(message);
    }
}
