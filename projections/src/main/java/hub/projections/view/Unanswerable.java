package hub.projections.view;

/**
 * Why a view has no answer to its query, at this position: found out from boards that are there, so it is as true as an
 * answer, and asking elsewhere or again finds the same.
 */
public abstract class Unanswerable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message may be shown to the caller */
    protected Unanswerable(String message) {
        super(message, null, false, false);
    }
}
