package hub.projections.operations;

import java.util.Locale;

/** What an operator may ask of the process that holds the ingest lease. */
public enum OperatorRequest {
    /** Build a new generation beside the live one and swap to it. */
    REBUILD,
    /** Point readers back to the previous generation. */
    ROLLBACK,
    /** Let go of the days that are not to be held any longer. */
    RETAIN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
