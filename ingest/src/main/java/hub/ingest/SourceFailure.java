package hub.ingest;

import org.jspecify.annotations.Nullable;

/** A change stream has ended by itself. */
public final class SourceFailure extends Exception {

    /** What helps. */
    public enum Remedy {
        /** Start again from the stored checkpoint: the source or the store was away, or refused for the moment. */
        RETRY,
        /** The stream cannot be continued exactly from the checkpoint; only a new generation helps. */
        REBUILD,
        /** What is left of the source cannot be ended: only a new process helps. */
        EXIT
    }

    private final Remedy remedy;

    public SourceFailure(Remedy remedy, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    public Remedy remedy() {
        return remedy;
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? remedy.name() : message;
    }
}
