package hub.bench.loops;

import hub.projections.Catalog;
import hub.projections.board.Board;
import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.leaderboard.LeaderboardView;
import hub.projections.projector.PartitionBuilder;
import hub.projections.view.Boards;
import hub.projections.view.DayQuery;
import hub.projections.view.ScoreMode;
import hub.query.hot.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The leaderboard of an open day of fifty people: computed, and written as JSON. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RenderLoop {

    private static final Instant NOON = Rows.MORNING.plusSeconds(6 * 3600);

    private final LeaderboardView view = new LeaderboardView(ScoreMode.LIVE);
    private final DayQuery day = new DayQuery(LocalDate.of(2026, 1, 5));
    private final Map<PartitionId, Map<String, String>> fields;
    private final Held warm;

    public RenderLoop() {
        PartitionBuilder builder = new PartitionBuilder(Catalog.MODELS);
        Rows.staff().forEach(builder::add);
        Rows.activities().forEach(builder::add);
        fields = builder.partitions();
        warm = new Held(fields, new HashMap<>());
    }

    /** Nothing is decoded yet: what the first answer after a read costs. */
    @Benchmark
    public byte[] decodeAndRender() {
        return Json.bytes(
                view.answer(day, new Held(fields, new HashMap<>()), NOON).body());
    }

    /** All partitions are decoded: what an answer costs when only the clock has ticked. */
    @Benchmark
    public byte[] render() {
        return Json.bytes(view.answer(day, warm, NOON).body());
    }

    private record Held(Map<PartitionId, Map<String, String>> fields, Map<PartitionId, Object> decoded)
            implements Boards {
        @Override
        public boolean holds(PartitionId partition) {
            return true;
        }

        @Override
        @SuppressWarnings("unchecked") // a board's name determines its type
        public <T> T get(Board<T> board, Partition partition) {
            return (T) decoded.computeIfAbsent(
                    board.in(partition), id -> board.decode().apply(fields.getOrDefault(id, Map.of())));
        }

        @Override
        public Horizon horizon() {
            return Horizon.UNLIMITED;
        }
    }
}
