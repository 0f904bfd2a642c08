package hub.projections.team;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.time.Instants;
import hub.projections.trend.DayTotals;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** How the team is, in one figure. Its parts are those of the other views of the team, from the same boards. */
public final class HealthView implements View<Everything, HealthScore> {

    private final ScoreMode mode;
    private final BottlenecksView bottlenecks;

    public HealthView(ScoreMode mode) {
        this.mode = mode;
        this.bottlenecks = new BottlenecksView(mode);
    }

    @Override
    public String name() {
        return "team-health";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        return bottlenecks.reads(query, loaded, now);
    }

    @Override
    public boolean fitsMysql(Everything query) {
        return false;
    }

    @Override
    public Answer<HealthScore> answer(Everything query, Boards boards, Instant now) {
        LastDays days = LastDays.of(Findings.DAYS, boards, mode, now);
        IdleTimes idle = IdleTimes.of(LastDays.dates(LastDays.WEEK, now), boards, now);
        List<DayTotals> week = days.week(everybody -> true);
        Attendance attendance =
                Attendance.of(boards.get(Employees.BOARD, Partition.ALL), days.todaysWork(), everybody -> true);
        HealthScore health = HealthScore.of(
                attendance.employees() == 0 ? null : attendance.rate(),
                Findings.clocked(week) ? DayTotals.efficiency(week) : null,
                Findings.of(days, idle, boards).high(),
                Capacities.of(days, boards).utilization());
        return new Answer<>(health, Instants.earlier(days.nextTick(), idle.nextTick()));
    }
}
