package hub.projections.departments;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The stored targets by department name; none where the database has no table of them. */
public final class TargetsView implements View<Everything, List<TargetRow>> {

    @Override
    public String name() {
        return "department-targets";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        return Set.of(DepartmentTargets.PARTITION);
    }

    @Override
    public Answer<List<TargetRow>> answer(Everything query, Boards boards, Instant now) {
        return new Answer<>(boards.get(DepartmentTargets.BOARD, Partition.ALL).targets(), Instant.MAX);
    }
}
