package hub.bench.ingest;

import hub.projections.Catalog;
import hub.projections.board.Board;
import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.departments.DepartmentsQuery;
import hub.projections.departments.DepartmentsView;
import hub.projections.heatmap.HeatmapView;
import hub.projections.leaderboard.LeaderboardView;
import hub.projections.model.ReadModel;
import hub.projections.time.CentralDay;
import hub.projections.view.Boards;
import hub.projections.view.DayQuery;
import hub.projections.view.ScoreMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The read models of the main job: those whose boards the leaderboard reads, in both modes, the departments and the
 * heatmap, of a day that lasts and of one that has ended. Found by asking the views, so that it stays true.
 */
final class MainModels {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private MainModels() {}

    static List<ReadModel<?>> all() {
        Set<String> boards = boards();
        return Catalog.MODELS.stream()
                .filter(model -> boards.contains(model.board().name()))
                .toList();
    }

    private static Set<String> boards() {
        CentralDay day = new CentralDay(DAY);
        Set<PartitionId> reads = new HashSet<>();
        for (Instant now : List.of(day.start(), day.end())) {
            for (ScoreMode mode : ScoreMode.values()) {
                reads.addAll(new LeaderboardView(mode).reads(new DayQuery(DAY), Empty.BOARDS, now));
                reads.addAll(new DepartmentsView(mode).reads(new DepartmentsQuery(DAY), Empty.BOARDS, now));
            }
            reads.addAll(new HeatmapView().reads(new DayQuery(DAY), Empty.BOARDS, now));
        }
        return reads.stream().map(PartitionId::board).collect(Collectors.toSet());
    }

    /** Everything is there and nothing is in it: views that follow data come to an end. */
    private enum Empty implements Boards {
        BOARDS;

        @Override
        public boolean holds(PartitionId partition) {
            return true;
        }

        @Override
        public <T> T get(Board<T> board, Partition partition) {
            return board.decode().apply(Map.of());
        }

        @Override
        public Horizon horizon() {
            return Horizon.UNLIMITED;
        }
    }
}
