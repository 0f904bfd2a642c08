package hub.redis;

import hub.bench.loops.Rows;
import hub.projections.board.Horizon;
import hub.projections.projector.ProjectLoop;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.Generation;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The arguments of a commit's script, assembled and encoded as they travel. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Rows.COUNT)
public class CommitLoop {

    private final Commit commit =
            new Commit(null, Checkpoint.filling("bench", Horizon.UNLIMITED, "digest"), ProjectLoop.writes(), List.of());
    private final ByteBuf wire = Unpooled.buffer(1 << 20);

    @Benchmark
    public int assemble() {
        ScriptArgs args = CommitArgs.of(new Generation(1), commit, "lineage");
        wire.clear();
        args.encode(wire);
        return wire.readableBytes();
    }
}
