package hub.query.boards;

/** The epoch in which something was read is over; worth another attempt in the new one. */
final class EpochEnded extends RuntimeException {
    EpochEnded(String message) {
        super(message, null, false, false);
    }
}
