package hub.projections.store;

/** The store could not be reached or did not answer in time; whether the last request took effect is unknown. */
public final class StoreUnavailable extends RuntimeException {
    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
