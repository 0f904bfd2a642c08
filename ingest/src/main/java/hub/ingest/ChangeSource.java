package hub.ingest;

import hub.projections.projector.ChangeSink;

/**
 * Where changes come from: today the embedded engine, later a topic or a recorded file. A source object runs once; after
 * a failure a new one starts from the stored checkpoint.
 */
public interface ChangeSource {

    /**
     * Delivers changes to {@code sink}, one call at a time, until {@link #stop()}.
     *
     * @throws SourceFailure if the stream ended by itself; says whether starting again can help
     * @throws InterruptedException if the calling thread was interrupted; the source is stopped then
     */
    void run(ChangeSink sink) throws SourceFailure, InterruptedException;

    /** Takes the stream for dead: {@link #run} ends with a failure that a fresh source may cure. May be called at any time. */
    void abandon(String why);

    /** Ends {@link #run}, which then returns normally within ten seconds. May be called at any time, more than once. */
    void stop();
}
