package hub.projections.mappings;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Table;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.PodfactoryMappings;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.source.SourceTables;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.Iso8601;
import hub.projections.view.View;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The mappings of active people that somebody has yet to confirm (domain 3.9). Fails with {@link hub.projections.source.NotInSource}. */
public final class PendingVerificationView implements View<Everything, PendingVerification> {

    @Override
    public String name() {
        return "pending-verification";
    }

    @Override
    public Set<Table> needs() {
        return Linked.NEEDS;
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        Set<PartitionId> reads =
                new HashSet<>(new Recent(PendingMapping.DAYS, now).reads(LeaderboardDay.BOARD, loaded));
        reads.add(Employees.PARTITION);
        reads.add(PodfactoryMappings.PARTITION);
        reads.add(SourceTables.PARTITION);
        return reads;
    }

    @Override
    public Answer<PendingVerification> answer(Everything query, Boards boards, Instant now) {
        SourceTables.require(needs(), boards);
        Employees employees = boards.get(Employees.BOARD, Partition.ALL);
        PodfactoryMappings mappings = boards.get(PodfactoryMappings.BOARD, Partition.ALL);
        List<PendingMapping> pending = PendingMapping.all(
                mappings,
                employees,
                new Recent(PendingMapping.DAYS, now).activities(boards),
                PendingMapping.LATEST_FIRST,
                Iso8601::text);
        return new Answer<>(
                new PendingVerification(
                        true,
                        pending,
                        pending.size(),
                        Linked.withoutPodfactory(employees, mappings).size()),
                CentralDay.of(now).end());
    }
}
