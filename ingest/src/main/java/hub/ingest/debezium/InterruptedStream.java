package hub.ingest.debezium;

/** The stream broke off in a way that a fresh engine, started from the checkpoint, repairs. */
final class InterruptedStream extends RuntimeException {
    InterruptedStream(String message) {
        super(message);
    }
}
