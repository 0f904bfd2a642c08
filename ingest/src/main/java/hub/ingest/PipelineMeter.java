package hub.ingest;

import hub.projections.operations.PipelineState;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Generation;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What one pipeline is doing, readable by any thread. */
final class PipelineMeter {

    private record Doing(PipelineState state, String cause) {}

    private final Generation generation;
    private final LongAdder changes = new LongAdder();
    private final LongAdder transactions = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final LongAdder filled = new LongAdder();
    private volatile long returned = -1;
    private volatile long toFill;
    private volatile @Nullable Instant fillingSince;
    private volatile Doing doing = new Doing(PipelineState.WAITING, "");

    PipelineMeter(Generation generation) {
        this.generation = generation;
    }

    void now(PipelineState state, String cause) {
        doing = new Doing(state, cause);
        if (state != PipelineState.FILLING) {
            fillingSince = null;
        }
    }

    void fillingFrom(Instant since, long estimate) {
        fillingSince = since;
        toFill = estimate;
        doing = new Doing(PipelineState.FILLING, "");
    }

    PipelineState state() {
        return doing.state();
    }

    String cause() {
        return doing.cause();
    }

    void rowFilled() {
        filled.increment();
    }

    void changeStreamed() {
        changes.increment();
    }

    void transactionStreamed() {
        transactions.increment();
    }

    void committed() {
        commits.increment();
    }

    /** Canary {@code n} is contained in what the store holds. */
    void returned(long n) {
        returned = n;
    }

    /** The number of the last canary that came back; -1 for none. */
    long returned() {
        return returned;
    }

    /** Grows with everything that the stream delivers and the store takes. */
    long delivered() {
        return changes.sum() + filled.sum() + commits.sum();
    }

    PipelineStatus status(String instance, Instant at) {
        Doing current = doing;
        return new PipelineStatus(
                generation,
                current.state(),
                instance,
                current.cause(),
                at,
                changes.sum(),
                transactions.sum(),
                commits.sum(),
                filled.sum(),
                toFill,
                fillingSince);
    }
}
