package hub.projections.operations;

/** What a pipeline is doing. */
public enum PipelineState {
    /** MySQL or the store cannot be reached yet. */
    WAITING,
    /** A snapshot is being read into a generation. */
    FILLING,
    /** Changes flow. */
    STREAMING,
    /** The stream cannot be continued exactly; the cause is in the status. */
    REBUILD_REQUIRED,
    /** Another process holds the ingest lease. */
    STANDBY;

    /** The word used in answers. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
