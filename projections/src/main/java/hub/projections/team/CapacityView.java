package hub.projections.team;

import hub.projections.board.PartitionId;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.time.Instant;
import java.util.Set;

/** What the roles do beside what they could. */
public final class CapacityView implements View<Everything, TeamCapacity> {

    private final ScoreMode mode;

    public CapacityView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "team-capacity";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        return LastDays.reads(Capacities.DAYS, loaded, mode, now);
    }

    @Override
    public Answer<TeamCapacity> answer(Everything query, Boards boards, Instant now) {
        LastDays days = LastDays.of(Capacities.DAYS, boards, mode, now);
        return new Answer<>(Capacities.of(days, boards), days.nextTick());
    }
}
