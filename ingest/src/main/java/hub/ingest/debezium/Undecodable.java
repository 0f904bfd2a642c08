package hub.ingest.debezium;

/** The stream says something that cannot be expressed exactly: only a new generation helps. Names table and column. */
final class Undecodable extends RuntimeException {
    Undecodable(String message) {
        super(message);
    }
}
