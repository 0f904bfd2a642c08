package hub.projections.highlights;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.highlights.Achievements.Achievement;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.projections.workday.Standing;
import hub.projections.workday.WorkDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Today's scores against four thresholds, and the team's points against its goal (domain 3.5). */
public final class AchievementsView implements View<Everything, Achievements> {

    private static final int TEAM_GOAL = 10_000;

    private record Threshold(int points, String name, String icon) {}

    private static final List<Threshold> THRESHOLDS = List.of(
            new Threshold(100, "Century Club", "💯"),
            new Threshold(250, "Quarter Master", "🎯"),
            new Threshold(500, "Half Hero", "🦸"),
            new Threshold(1000, "Thousand Thunder", "⚡"));

    private final ScoreMode mode;

    public AchievementsView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "achievements";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        LocalDate today = CentralDay.of(now).date();
        Set<PartitionId> reads = new HashSet<>(WorkDay.reads(today, loaded.horizon(), mode, now));
        reads.add(Employees.PARTITION);
        return reads;
    }

    @Override
    public Answer<Achievements> answer(Everything query, Boards boards, Instant now) {
        CentralDay today = CentralDay.of(now);
        Employees employees = boards.get(Employees.BOARD, Partition.ALL);
        WorkDay work = WorkDay.of(today.date(), boards, mode, now);
        List<Standing> standings = Standing.active(work, employees);
        long active =
                employees.byId().values().stream().filter(Employee::active).count();
        BigDecimal total = work.scored().stream().map(work::points).reduce(new BigDecimal("0.00"), BigDecimal::add);
        return new Answer<>(
                new Achievements(
                        THRESHOLDS.stream()
                                .map(threshold -> achievement(threshold, standings, active))
                                .toList(),
                        standings.isEmpty()
                                ? new BigDecimal("0.00")
                                : standings.getFirst().points(),
                        total,
                        TEAM_GOAL,
                        Decimals.divide(total.multiply(Decimals.HUNDRED), BigDecimal.valueOf(TEAM_GOAL), 1)
                                .min(Decimals.HUNDRED)),
                today.end());
    }

    private static Achievement achievement(Threshold threshold, List<Standing> standings, long active) {
        BigDecimal points = BigDecimal.valueOf(threshold.points());
        int count = (int) standings.stream()
                .filter(standing -> standing.points().compareTo(points) >= 0)
                .count();
        return new Achievement(
                threshold.name(),
                threshold.points() + "+ points in a day",
                count,
                Decimals.divide(100L * count, Math.max(1, active), 1),
                threshold.icon());
    }
}
