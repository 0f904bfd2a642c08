package hub.query.boards;

import org.jspecify.annotations.Nullable;

/** The store could not be asked, or its answer could not be trusted. */
public final class BoardsUnavailable extends RuntimeException {
    public BoardsUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
