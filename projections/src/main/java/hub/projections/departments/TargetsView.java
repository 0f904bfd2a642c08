package hub.projections.departments;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Table;
import hub.projections.source.SourceTables;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The stored targets by department name. Fails with {@link hub.projections.source.NotInSource} where there is no such table. */
public final class TargetsView implements View<Everything, List<TargetRow>> {

    @Override
    public String name() {
        return "department-targets";
    }

    @Override
    public Set<Table> needs() {
        return Set.of(Table.DEPARTMENT_TARGETS);
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        return Set.of(DepartmentTargets.PARTITION, SourceTables.PARTITION);
    }

    @Override
    public Answer<List<TargetRow>> answer(Everything query, Boards boards, Instant now) {
        SourceTables.require(needs(), boards);
        return new Answer<>(boards.get(DepartmentTargets.BOARD, Partition.ALL).targets(), Instant.MAX);
    }
}
