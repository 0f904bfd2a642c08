package hub.projections.team;

import hub.projections.board.PartitionId;
import hub.projections.time.Instants;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** What holds the team up. Idleness is what shifts and windows tell, not what somebody once stored of it. */
public final class BottlenecksView implements View<Everything, TeamBottlenecks> {

    private static final int SHOWN = 5;

    private final ScoreMode mode;

    public BottlenecksView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "team-bottlenecks";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        Set<PartitionId> reads = new HashSet<>(LastDays.reads(Findings.DAYS, loaded, mode, now));
        reads.addAll(IdleTimes.reads(LastDays.dates(LastDays.WEEK, now), loaded));
        return reads;
    }

    @Override
    public boolean fitsMysql(Everything query) {
        return false;
    }

    @Override
    public Answer<TeamBottlenecks> answer(Everything query, Boards boards, Instant now) {
        LastDays days = LastDays.of(Findings.DAYS, boards, mode, now);
        IdleTimes idle = IdleTimes.of(LastDays.dates(LastDays.WEEK, now), boards, now);
        Findings found = Findings.of(days, idle, boards);
        return new Answer<>(
                new TeamBottlenecks(
                        days.today().minusDays(LastDays.WEEK - 1L),
                        days.today(),
                        found.high(),
                        found.all(),
                        found.idle().stream().limit(SHOWN).toList()),
                Instants.earlier(days.nextTick(), idle.nextTick()));
    }
}
