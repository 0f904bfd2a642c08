package hub.ingest;

import hub.projections.store.StoreUnavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then whether the tables that a stream follows are still there: the connector does not tell that one was
 * renamed away, it only falls silent about it.
 *
 * <p>Threads: its own, until it is closed.
 */
final class TableWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TableWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Sources sources;
    private final Supplier<List<String>> history;
    private final Runnable gone;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param history the stream's schema history so far
     * @param gone called once, when a table is missing
     */
    TableWatch(String of, Sources sources, Supplier<List<String>> history, Runnable gone) {
        this.sources = sources;
        this.history = history;
        this.gone = gone;
        this.thread = Thread.ofVirtual().name("tables-" + of).start(this::watch);
    }

    private void watch() {
        try {
            do {
                Thread.sleep(EVERY);
            } while (!closed && !missing());
            if (!closed) {
                gone.run();
            }
        } catch (InterruptedException e) {
            LOG.trace("no longer watched");
        }
    }

    /** False while nobody can say. */
    private boolean missing() {
        try {
            return sources.tablesAreGone(history.get());
        } catch (SQLException | StoreUnavailable away) {
            LOG.debug("tables not looked at: {}", away.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
