package hub.projections.view;

/** What the query names does not exist, at this position. The message is shown to the caller: {@code Employee not found}. */
public final class NotFound extends Unanswerable {

    private static final long serialVersionUID = 1;

    public NotFound(String message) {
        super(message);
    }
}
