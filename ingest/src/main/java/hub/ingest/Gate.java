package hub.ingest;

import hub.projections.change.Change;
import hub.projections.projector.ChangeSink;
import hub.projections.store.SourcePosition;
import hub.projections.store.SourceProgress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets changes through to a sink, counts them, and can hold the stream at an exact position: everything up to the
 * position passes, the end of the first transaction beyond it waits until the gate opens again.
 *
 * <p>Threads: the source delivers on one; any other may close and open the gate.
 */
final class Gate implements ChangeSink {

    private final ChangeSink sink;
    private final PipelineMeter meter;
    private final PositionOrder order;
    private final Runnable filled;

    private final Object lock = new Object();
    private SourcePosition passed; // guarded by lock
    private @Nullable SourcePosition holdAt; // guarded by lock
    private boolean waiting; // guarded by lock

    /** Whether one position contains another. */
    interface PositionOrder {
        boolean contains(SourcePosition later, SourcePosition earlier);
    }

    /** @param filled told when the snapshot is complete */
    Gate(ChangeSink sink, SourcePosition from, PipelineMeter meter, PositionOrder order, Runnable filled) {
        this.sink = sink;
        this.meter = meter;
        this.order = order;
        this.filled = filled;
        this.passed = from;
    }

    @Override
    public void snapshotRow(Change change) {
        sink.snapshotRow(change);
        meter.rowFilled();
    }

    @Override
    public void snapshotCompleted(SourceProgress progress) {
        sink.snapshotCompleted(progress);
        passed(progress);
        filled.run();
    }

    @Override
    public void change(Change change, Supplier<Optional<String>> resumeAfter) {
        sink.change(change, resumeAfter);
        meter.changeStreamed();
    }

    @Override
    public void transactionEnd(SourceProgress progress) {
        awaitOpen(progress.position());
        sink.transactionEnd(progress);
        meter.transactionStreamed();
        passed(progress);
    }

    @Override
    public void batchEnd() {
        sink.batchEnd();
    }

    private void passed(SourceProgress progress) {
        synchronized (lock) {
            passed = progress.position();
            lock.notifyAll();
        }
    }

    private void awaitOpen(SourcePosition next) {
        synchronized (lock) {
            try {
                while (holdAt != null && !order.contains(holdAt, next)) {
                    sink.batchEnd();
                    waiting = true;
                    lock.notifyAll();
                    lock.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while held at a position", e);
            } finally {
                waiting = false;
            }
        }
    }

    /** Lets nothing beyond {@code position} through until {@link #open()}. */
    void holdAt(SourcePosition position) {
        synchronized (lock) {
            holdAt = position;
        }
    }

    /** How the stream stands to a position at which it is to be held. */
    enum Held {
        /** Exactly what the position contains has passed, and nothing more will. */
        YES,
        NOT_YET,
        /** More had passed before the gate was closed. */
        TOO_FAR
    }

    /** Waits at most {@code atMost} for the stream to arrive at {@code position}. */
    Held awaitHeld(SourcePosition position, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (lock) {
            while (!waiting && !order.contains(passed, position)) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return Held.NOT_YET;
                }
                lock.wait(Math.max(1, left / 1_000_000));
            }
            return order.contains(position, passed) ? Held.YES : Held.TOO_FAR;
        }
    }

    void open() {
        synchronized (lock) {
            holdAt = null;
            lock.notifyAll();
        }
    }
}
