package hub.ingest;

import hub.ingest.sql.ConsistentRead;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.SourcePosition;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Sources whose next stream can be kept waiting, so that a test sees how things stand between two streams. */
final class HeldSources implements Sources {

    private final Sources sources;
    private volatile CountDownLatch held = new CountDownLatch(0);

    HeldSources(Sources sources) {
        this.sources = sources;
    }

    /** From here on no stream begins until {@link #letGo}; the one that flows goes on. */
    void hold() {
        held = new CountDownLatch(1);
    }

    void letGo() {
        held.countDown();
    }

    @Override
    public Optional<StreamBreak> brokenAt(Checkpoint from, List<String> history) throws SQLException {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return sources.brokenAt(from, history);
    }

    @Override
    public ChangeSource stream(Generation generation, Checkpoint from, List<String> history) {
        return sources.stream(generation, from, history);
    }

    @Override
    public boolean tablesAreGone(List<String> history) throws SQLException {
        return sources.tablesAreGone(history);
    }

    @Override
    public String identity() throws SQLException {
        return sources.identity();
    }

    @Override
    public long estimateRows() throws SQLException {
        return sources.estimateRows();
    }

    @Override
    public ConsistentRead read(Consumer<SourcePosition> whileFixed) throws SQLException {
        return sources.read(whileFixed);
    }

    @Override
    public boolean contains(SourcePosition later, SourcePosition earlier) {
        return sources.contains(later, earlier);
    }
}
