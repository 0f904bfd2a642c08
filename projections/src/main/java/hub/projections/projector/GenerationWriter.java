package hub.projections.projector;

import hub.projections.board.Horizon;
import hub.projections.change.Change;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.CommitOutcome;
import hub.projections.store.Generation;
import hub.projections.store.ReadModelStore;
import hub.projections.store.SourceProgress;
import hub.projections.store.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes one generation: gathers whole transactions and commits them with their position, one commit at a time.
 *
 * <p>Transactions gather while a commit is under way, and while the source has more at hand, so that a quiet stream commits
 * each transaction at once and a busy one commits many together (group commit). From {@link #WORTHWHILE} fields on they
 * wait for nothing but the commit under way; the rows of a snapshot wait for {@link #WORTHWHILE_FILLING}, or its end. A batch
 * closes at {@link Commit#MAX_FIELDS} fields; the source then waits, and the binlog is the buffer. An unreachable store is
 * retried for ever with the same commit, which is harmless because the store compares checkpoints; a refused commit ends
 * the writer.
 */
public final class GenerationWriter implements ChangeSink, AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** A commit of as many fields costs little more per field than a larger one. */
    private static final int WORTHWHILE = Commit.MAX_FIELDS / 10;

    /**
     * Nobody waits for what is filled, and rows come in the order of time: the more of a day are together, the fewer fields are
     * written twice. Whoever reads the live generation meanwhile waits some ten milliseconds for such a commit.
     */
    private static final int WORTHWHILE_FILLING = Commit.MAX_FIELDS / 2;

    private final ReadModelStore store;
    private final Generation generation;
    private final Projector projector;
    private final WriterListener listener;
    private final Thread committer;

    /** Touched by the source's thread only. */
    private final List<Change> open = new ArrayList<>();

    private final Object lock = new Object();
    private Gathered gathered; // guarded by lock
    private Checkpoint current; // written by the committer under lock
    private boolean committing; // guarded by lock
    private boolean due; // guarded by lock; what is gathered waits for no more
    private boolean closed; // guarded by lock
    private @Nullable PipelineStopped stopped; // guarded by lock

    /** @param current what the store holds for the generation right now */
    public GenerationWriter(
            ReadModelStore store,
            Generation generation,
            Checkpoint current,
            List<ReadModel<?>> models,
            WriterListener listener) {
        this.store = store;
        this.generation = generation;
        this.projector = new Projector(models);
        this.listener = listener;
        this.current = current;
        this.gathered = new Gathered(current);
        this.committer =
                Thread.ofPlatform().name("commit-" + generation).daemon().start(this::commitLoop);
    }

    @Override
    public void snapshotRow(Change change) {
        open.add(change);
        if (open.size() >= 1_000) {
            gather(into -> {});
        }
    }

    @Override
    public void snapshotCompleted(SourceProgress progress) {
        gather(into -> advance(into, progress));
    }

    @Override
    public void change(Change change, Supplier<Optional<String>> resumeAfter) {
        open.add(change);
        if (open.size() >= MAX_TRANSACTION) {
            resumeAfter.get().ifPresent(resume -> gather(into -> into.target = into.target.insideTransaction(resume)));
        }
    }

    @Override
    public void transactionEnd(SourceProgress progress) {
        gather(into -> advance(into, progress));
    }

    @Override
    public void batchEnd() {
        synchronized (lock) {
            if (!gathered.isFilling()) {
                commitSoon();
            }
        }
    }

    /**
     * From the next commit on only {@code moved} is held: what is older leaves the store in that commit. A horizon that does
     * not lie after the current one changes nothing, for what is gone cannot come back but by a rebuild.
     */
    public void moveHorizon(Horizon moved) {
        synchronized (lock) {
            if (stopped != null
                    || gathered.target.phase() != Checkpoint.Phase.STREAMING
                    || !moved.isAfter(gathered.target.horizon())) {
                return;
            }
            gathered.batch.expire(moved, projector.boards());
            gathered.target = gathered.target.withHorizon(moved);
            gathered.dirty = true;
            commitSoon();
        }
    }

    /** Waits until everything handed over so far is committed. */
    public void drain() throws InterruptedException {
        synchronized (lock) {
            commitSoon();
            while (stopped == null && (committing || gathered.dirty)) {
                lock.wait();
            }
            throwIfStopped();
        }
    }

    private void commitSoon() {
        due = gathered.dirty;
        lock.notifyAll();
    }

    /** Stops committing. What was gathered and not committed is dropped: it will be read again. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        committer.interrupt();
    }

    private static void advance(Gathered into, SourceProgress progress) {
        into.schemaHistory.addAll(progress.schemaHistory());
        progress.tables().stream().filter(Table::isOptional).forEach(into.batch::exists);
        into.target = into.target.streamedTo(progress);
    }

    private void gather(Consumer<Gathered> advance) {
        int changes = open.size();
        synchronized (lock) {
            awaitRoom();
            advance.accept(gathered);
            for (Change change : open) {
                projector.apply(change, gathered.target.position(), gathered.batch);
                if (change instanceof Change.CanaryReturned returned) {
                    gathered.target = gathered.target.withCanary(returned.canary());
                }
            }
            gathered.target = gathered.target.withParked(gathered.batch.parked());
            gathered.dirty = true;
            lock.notifyAll();
        }
        open.clear();
        listener.gathered(changes);
    }

    private void awaitRoom() {
        try {
            while (stopped == null && !closed && gathered.batch.size() >= Commit.MAX_FIELDS) {
                lock.wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PipelineStopped("interrupted while waiting for the store", null, e);
        }
        throwIfStopped();
    }

    private void throwIfStopped() {
        if (stopped != null) {
            throw new PipelineStopped(stopped.getMessage(), stopped.outcome(), stopped);
        }
        if (closed) {
            throw new PipelineStopped("the writer of " + generation + " is closed", null, null);
        }
    }

    private void commitLoop() {
        try {
            while (true) {
                commit(takeGathered());
            }
        } catch (InterruptedException e) {
            stop(new PipelineStopped("the writer of " + generation + " is closed", null, e));
        } catch (PipelineStopped e) {
            stop(e);
        } catch (RuntimeException | Error e) {
            stop(new PipelineStopped("commit to " + generation + " failed: " + e, null, e));
        }
    }

    private Gathered takeGathered() throws InterruptedException {
        synchronized (lock) {
            committing = false;
            lock.notifyAll();
            while (!(due || gathered.isWorthwhile())) {
                if (closed) {
                    throw new InterruptedException("closed");
                }
                lock.wait();
            }
            Gathered taken = gathered;
            taken.target = taken.target.withSequence(current.sequence() + 1);
            gathered = new Gathered(taken.target);
            due = false;
            committing = true;
            lock.notifyAll();
            return taken;
        }
    }

    private void commit(Gathered taken) throws InterruptedException {
        Checkpoint next = taken.target;
        Commit commit = new Commit(current, next, taken.batch.writes(), taken.schemaHistory);
        switch (commitUntilAnswered(commit)) {
            case CommitOutcome.Applied applied -> committed(commit);
            case CommitOutcome.AlreadyApplied already -> committed(commit);
            case CommitOutcome.Refused refused ->
                throw new PipelineStopped(
                        "commit " + next.sequence() + " to " + generation + " refused: the store stands at "
                                + (refused.stored() == null
                                        ? "nothing"
                                        : refused.stored().sequence()),
                        refused,
                        null);
            case CommitOutcome.Damaged damaged ->
                throw new PipelineStopped(generation + " is damaged: " + damaged.reason(), damaged, null);
        }
    }

    private void committed(Commit commit) {
        synchronized (lock) {
            current = commit.next();
        }
        listener.committed(commit);
    }

    private CommitOutcome commitUntilAnswered(Commit commit) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return store.commit(generation, commit);
            } catch (StoreUnavailable e) {
                listener.storeUnavailable(e);
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private void stop(PipelineStopped reason) {
        synchronized (lock) {
            stopped = reason;
            committing = false;
            lock.notifyAll();
        }
        listener.stopped(reason);
    }

    /** What waits for the next commit, and the checkpoint that it leads to. */
    private static final class Gathered {
        private final Batch batch;
        private final List<String> schemaHistory = new ArrayList<>();
        private Checkpoint target;
        private boolean dirty;

        Gathered(Checkpoint from) {
            this.batch = new Batch(from.horizon(), from.parked());
            this.target = from;
        }

        private boolean isFilling() {
            return target.phase() == Checkpoint.Phase.FILLING;
        }

        private boolean isWorthwhile() {
            return dirty && batch.size() >= (isFilling() ? WORTHWHILE_FILLING : WORTHWHILE);
        }
    }
}
