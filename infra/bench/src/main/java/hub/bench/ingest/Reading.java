package hub.bench.ingest;

/**
 * Something that reads a source.
 *
 * @param requireRunning throws {@link IllegalStateException} if it has ended by itself
 * @param stop ends it
 */
record Reading(Runnable requireRunning, Runnable stop) implements AutoCloseable {

    @Override
    public void close() {
        stop.run();
    }
}
