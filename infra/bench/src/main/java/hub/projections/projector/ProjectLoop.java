package hub.projections.projector;

import hub.bench.loops.Rows;
import hub.projections.Catalog;
import hub.projections.board.Horizon;
import hub.projections.change.Change;
import hub.projections.store.Parked;
import hub.projections.store.SourcePosition;
import hub.projections.store.Writes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A row through all read models, and its share of the writes of a commit. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Rows.COUNT)
public class ProjectLoop {

    private final List<Change> changes = Rows.inserts();
    private final Projector projector = new Projector(Catalog.MODELS);

    @Benchmark
    public Writes project() {
        Batch batch = new Batch(Horizon.UNLIMITED, Parked.NONE);
        for (Change change : changes) {
            projector.apply(change, SourcePosition.NONE, batch);
        }
        return batch.writes();
    }

    /** What {@link #project} makes of {@link Rows}. */
    public static Writes writes() {
        return new ProjectLoop().project();
    }
}
