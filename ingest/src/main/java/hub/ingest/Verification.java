package hub.ingest;

import hub.ingest.sql.ConsistentRead;
import hub.projections.model.ReadModel;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.ReadModelStore;
import hub.projections.store.SourcePosition;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares every field of every partition of a filled generation with what one consistent SQL read gives, at the same
 * position of the source: the stream is held exactly there, while readers and writers of the source go on.
 */
final class Verification {

    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final Duration REACH_WITHIN = Duration.ofMinutes(10);
    private static final long ROWS_AT_ONCE = 25_000;

    private final ReadModelStore store;
    private final Sources sources;
    private final List<ReadModel<?>> models;

    Verification(ReadModelStore store, Sources sources, List<ReadModel<?>> models) {
        this.store = store;
        this.sources = sources;
        this.models = models;
    }

    /** How it ended. */
    sealed interface Result {

        /** All fields are equal. */
        record Equal() implements Result {}

        /** They are not. */
        record Different(String what) implements Result {}

        /** No comparison came about; it may be tried again. */
        record NotCompared(String why) implements Result {}
    }

    /** Compares, and runs {@code ifEqual} while the stream is still held. */
    Result run(Pipeline pipeline, Pipeline.Flow flow, Runnable ifEqual) throws InterruptedException {
        Generation generation = pipeline.generation();
        try (ConsistentRead read = sources.read(flow.gate()::holdAt)) {
            if (!held(pipeline, flow, read.position())) {
                return new Result.NotCompared(
                        "the stream was not at " + read.position().text());
            }
            flow.writer().drain();
            Optional<Checkpoint> at = store.checkpoint(generation);
            if (at.isEmpty() || at.get().midTransaction()) {
                return new Result.NotCompared("the stream stands inside a transaction");
            }
            Optional<String> difference = new Comparison(
                            store, generation, at.get().horizon(), models, read, ROWS_AT_ONCE)
                    .difference(sources.estimateRows());
            if (!store.checkpoint(generation).equals(at)) {
                return new Result.NotCompared("the stream went on meanwhile");
            }
            if (difference.isPresent()) {
                String what = difference.get() + " at " + read.position().text();
                return read.exact()
                        ? new Result.Different(what)
                        : new Result.NotCompared(what + ", read without a lock; grant RELOAD for an exact read");
            }
            LOG.info("{} equals the source at {}", generation, read.position().text());
            ifEqual.run();
            return new Result.Equal();
        } catch (SQLException e) {
            return new Result.NotCompared(String.valueOf(e.getMessage()));
        } finally {
            flow.gate().open();
        }
    }

    private static boolean held(Pipeline pipeline, Pipeline.Flow flow, SourcePosition position)
            throws InterruptedException {
        long deadline = System.nanoTime() + REACH_WITHIN.toNanos();
        while (flow.equals(pipeline.flow()) && System.nanoTime() < deadline) {
            switch (flow.gate().awaitHeld(position, Duration.ofSeconds(1))) {
                case YES -> {
                    return true;
                }
                case TOO_FAR -> {
                    return false;
                }
                case NOT_YET -> LOG.debug("{} is on its way to {}", pipeline.generation(), position.text());
            }
        }
        return false;
    }
}
