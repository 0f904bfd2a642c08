package hub.query.ladder;

/** {@code hub.query.source} cannot be used; the message names the entry and what is allowed. */
public final class SourcesRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    SourcesRefused(String message) {
        super("hub.query.source" + message);
    }
}
