package hub.projections.projector;

import hub.projections.board.PartitionId;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.CommitOutcome;
import hub.projections.store.Generation;
import hub.projections.store.InMemoryStore;
import hub.projections.store.Pointer;
import hub.projections.store.ReadModelStore;
import hub.projections.store.StoreUnavailable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** An in-memory store whose commits can be held back, lose their reply, or fail. */
final class GateStore implements ReadModelStore {

    final InMemoryStore stored = new InMemoryStore();
    final Semaphore permits = new Semaphore(1_000_000);
    final Semaphore arrived = new Semaphore(0);
    final AtomicInteger failures = new AtomicInteger();
    final AtomicInteger lostReplies = new AtomicInteger();

    @Override
    public CommitOutcome commit(Generation generation, Commit commit) {
        arrived.release();
        permits.acquireUninterruptibly();
        if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new StoreUnavailable("away", new IOException("away"));
        }
        CommitOutcome outcome = stored.commit(generation, commit);
        if (lostReplies.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new StoreUnavailable("reply lost", new IOException("reply lost"));
        }
        return outcome;
    }

    @Override
    public Pointer pointer() {
        return stored.pointer();
    }

    @Override
    public boolean movePointer(Pointer expected, Pointer next) {
        return stored.movePointer(expected, next);
    }

    @Override
    public Optional<Checkpoint> checkpoint(Generation generation) {
        return stored.checkpoint(generation);
    }

    @Override
    public List<String> schemaHistory(Generation generation) {
        return stored.schemaHistory(generation);
    }

    @Override
    public List<Map<String, String>> fields(Generation generation, List<PartitionId> partitions) {
        return stored.fields(generation, partitions);
    }

    @Override
    public List<PartitionId> partitions(Generation generation) {
        return stored.partitions(generation);
    }

    @Override
    public List<Generation> generations() {
        return stored.generations();
    }

    @Override
    public void discard(Generation generation) {
        stored.discard(generation);
    }
}
