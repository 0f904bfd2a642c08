package hub.projections.departments;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Roles;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.Everything;
import hub.projections.view.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Today's departments by the points of their PodFactory rows, then by name (domain 3.5). */
public final class BattleView implements View<Everything, List<BattleRow>> {

    @Override
    public String name() {
        return "department-battle";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        return Set.of(DepartmentDay.BOARD.in(today(now)), Roles.PARTITION);
    }

    @Override
    public Answer<List<BattleRow>> answer(Everything query, Boards boards, Instant now) {
        List<BattleRow> rows = new ArrayList<>();
        List<DepartmentPoints> departments = DepartmentPoints.of(
                boards.get(DepartmentDay.BOARD, today(now)), boards.get(Roles.BOARD, Partition.ALL));
        for (DepartmentPoints department : departments) {
            BigDecimal behind =
                    department.points().negate().add(departments.getFirst().points());
            rows.add(row(rows.size() + 1, department, behind));
        }
        return new Answer<>(rows, CentralDay.of(now).end());
    }

    private static BattleRow row(int rank, DepartmentPoints department, BigDecimal behind) {
        return new BattleRow(
                department.department(),
                department.employees(),
                department.items(),
                Decimals.round(department.points(), 1),
                Decimals.divide(department.points(), BigDecimal.valueOf(department.rows()), 1),
                rank,
                BattleRow.iconOf(department.department()),
                BattleRow.statusOf(rank),
                BattleRow.colorOf(rank),
                rank == 1 ? Optional.empty() : Optional.of(Decimals.round(behind, 1)));
    }

    private static Partition today(Instant now) {
        return new Partition.Day(CentralDay.of(now).date());
    }
}
