package hub.projections.team;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Roles;
import hub.projections.dimensions.Roles.Role;
import hub.projections.trend.DayTotals;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The roles beside each other. People belong to the role in which they worked most, not to one that nobody keeps up to date. */
public final class ComparisonView implements View<Everything, RoleComparison> {

    private record Figures(
            Role role, int employees, int scoreDays, long items, BigDecimal points, BigDecimal efficiency) {

        BigDecimal average() {
            return Decimals.divide(points, BigDecimal.valueOf(Math.max(1, scoreDays)), 2);
        }

        RoleComparison.RoleRow ranked(int rank, int efficiencyRank) {
            return new RoleComparison.RoleRow(
                    role.id(),
                    role.name(),
                    employees,
                    scoreDays,
                    items,
                    points,
                    average(),
                    efficiency,
                    rank,
                    efficiencyRank);
        }
    }

    private static final Comparator<Figures> BY_POINTS = Comparator.comparing(Figures::average)
            .thenComparing(Figures::points)
            .reversed()
            .thenComparing(figures -> figures.role().id());

    private static final Comparator<Figures> BY_EFFICIENCY = Comparator.comparing(Figures::efficiency)
            .reversed()
            .thenComparing(figures -> figures.role().id());

    private final ScoreMode mode;

    public ComparisonView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "team-comparison";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        return LastDays.reads(LastDays.WEEK, loaded, mode, now);
    }

    @Override
    public Answer<RoleComparison> answer(Everything query, Boards boards, Instant now) {
        LastDays days = LastDays.of(LastDays.WEEK, boards, mode, now);
        List<Figures> figures = boards.get(Roles.BOARD, Partition.ALL).byId().values().stream()
                .map(role -> figures(role, days))
                .sorted(BY_POINTS)
                .toList();
        List<Figures> efficient = figures.stream().sorted(BY_EFFICIENCY).toList();
        List<RoleComparison.RoleRow> rows = new ArrayList<>();
        for (Figures one : figures) {
            rows.add(one.ranked(rows.size() + 1, efficient.indexOf(one) + 1));
        }
        return new Answer<>(new RoleComparison(days.first(), days.today(), rows), days.nextTick());
    }

    private static Figures figures(Role role, LastDays days) {
        Set<Long> seen = new HashSet<>();
        Predicate<Long> ofRole = days.primary().in(role.id());
        List<DayTotals> totals = days.totals(days.first(), employee -> {
            boolean wanted = ofRole.test(employee);
            if (wanted) {
                seen.add(employee);
            }
            return wanted;
        });
        return new Figures(
                role,
                seen.size(),
                totals.stream().mapToInt(DayTotals::people).sum(),
                totals.stream().mapToLong(DayTotals::items).sum(),
                totals.stream().map(DayTotals::points).reduce(new BigDecimal("0.00"), BigDecimal::add),
                DayTotals.efficiency(totals));
    }
}
