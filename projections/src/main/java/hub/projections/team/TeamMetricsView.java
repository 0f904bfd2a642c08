package hub.projections.team;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.departments.DepartmentDay;
import hub.projections.departments.DepartmentPoints;
import hub.projections.departments.TeamEfficiency;
import hub.projections.dimensions.Roles;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.shifts.Clocked;
import hub.projections.shifts.Shift;
import hub.projections.shifts.ShiftDay;
import hub.projections.time.CentralDay;
import hub.projections.time.Instants;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The team's figures of today (domain 3.6). They include the work of people who have been deactivated since. The legacy's
 * comparison counts yesterday whole, which is unfair until the evening; the other one, up to the same time of day.
 */
public final class TeamMetricsView implements View<Everything, TeamMetrics> {

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final String FINISHED = "QC Passed";

    private final ScoreMode mode;
    private final int dailyGoal;

    /** @param dailyGoal QC-passed items; told, not computed with */
    public TeamMetricsView(ScoreMode mode, int dailyGoal) {
        this.mode = mode;
        this.dailyGoal = dailyGoal;
    }

    @Override
    public String name() {
        return "team-metrics";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        Partition today = today(now);
        Set<PartitionId> reads = new HashSet<>(YesterdaySoFar.reads(loaded, now));
        reads.addAll(Set.of(
                LeaderboardDay.BOARD.in(today),
                LeaderboardDay.BOARD.in(yesterday(now)),
                DepartmentDay.BOARD.in(today),
                ShiftDay.BOARD.in(today),
                Roles.PARTITION));
        return reads;
    }

    @Override
    public Answer<TeamMetrics> answer(Everything query, Boards boards, Instant now) {
        ShiftDay shifts = boards.get(ShiftDay.BOARD, today(now));
        Roles roles = boards.get(Roles.BOARD, Partition.ALL);
        DepartmentDay day = boards.get(DepartmentDay.BOARD, today(now));
        BigDecimal minutes = BigDecimal.ZERO;
        int active = 0;
        Instant until = CentralDay.of(now).end();
        for (List<Shift> own : shifts.byEmployee().values()) {
            Clocked clocked = Clocked.of(own, mode, now);
            minutes = minutes.add(clocked.minutesOrZero());
            active += clocked.clockedIn() ? 1 : 0;
            until = clocked.nextTick().isBefore(until) ? clocked.nextTick() : until;
        }
        long finished = boards.get(LeaderboardDay.BOARD, today(now)).podfactoryItems(FINISHED);
        YesterdaySoFar soFar = YesterdaySoFar.of(FINISHED, boards, now);
        long before = boards.get(LeaderboardDay.BOARD, yesterday(now)).podfactoryItems(FINISHED);
        List<DepartmentPoints> departments = DepartmentPoints.of(day, roles);
        BigDecimal points = departments.stream().map(DepartmentPoints::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean anyPoints =
                !departments.isEmpty() && departments.getFirst().points().signum() > 0;
        String top = anyPoints ? departments.getFirst().department() : "None";
        return new Answer<>(
                new TeamMetrics(
                        shifts.byEmployee().size(),
                        shifts.byEmployee().size(),
                        active,
                        Decimals.divide(minutes, SIXTY, 1),
                        finished,
                        finished,
                        Decimals.round(points, 1),
                        new TeamEfficiency(shifts, roles, mode, now).of(day),
                        Decimals.divide(BigDecimal.valueOf(finished).multiply(SIXTY), minutes.max(SIXTY), 1),
                        dailyGoal,
                        change(before, finished),
                        change(soFar.items(), finished),
                        top == null ? "Unknown" : top,
                        Decimals.round(anyPoints ? departments.getFirst().points() : BigDecimal.ZERO, 1)),
                Instants.earlier(until, soFar.nextTick()));
    }

    /** Percent; from nothing to something is a hundred. */
    private static BigDecimal change(long before, long now) {
        if (before > 0) {
            return Decimals.divide(100 * (now - before), before, 1);
        }
        return Decimals.round(now == 0 ? BigDecimal.ZERO : Decimals.HUNDRED, 1);
    }

    private static Partition today(Instant now) {
        return new Partition.Day(CentralDay.of(now).date());
    }

    private static Partition yesterday(Instant now) {
        return new Partition.Day(CentralDay.of(now).previous().date());
    }
}
