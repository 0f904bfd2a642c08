package hub.projections.gamification;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.dimensions.Roles;
import hub.projections.leaderboard.PersonalStreaks;
import hub.projections.source.SourceTables;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ten most awarded active people: points of the period, then all points, both descending, then id (domain 3.10). */
public final class AwardBoardView implements View<PeriodQuery, AwardBoard> {

    private static final int SHOWN = 10;

    private record Awarded(Employee employee, long period, long total, int earned) {}

    private static final Comparator<Awarded> MOST_FIRST = Comparator.comparingLong(Awarded::period)
            .thenComparingLong(Awarded::total)
            .reversed()
            .thenComparingLong(awarded -> awarded.employee().id());

    private final ScoreMode mode;

    public AwardBoardView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "award-board";
    }

    @Override
    public Set<Table> needs() {
        return Set.of(Table.ACHIEVEMENTS);
    }

    @Override
    public Set<PartitionId> reads(PeriodQuery query, Boards loaded, Instant now) {
        Set<PartitionId> reads =
                new HashSet<>(PersonalStreaks.reads(CentralDay.of(now).date(), loaded, mode, now));
        reads.addAll(Set.of(SourceTables.PARTITION, AwardList.PARTITION, Employees.PARTITION, Roles.PARTITION));
        return reads;
    }

    @Override
    public Answer<AwardBoard> answer(PeriodQuery query, Boards boards, Instant now) {
        SourceTables.require(needs(), boards);
        CentralDay today = CentralDay.of(now);
        LocalDate first = query.period().first(today.date());
        Map<Long, List<Row.Achievement>> awards = boards.get(AwardList.BOARD, Partition.ALL).awards().stream()
                .collect(Collectors.groupingBy(Row.Achievement::employeeId));
        List<Awarded> most = boards.get(Employees.BOARD, Partition.ALL).byId().values().stream()
                .filter(Employee::active)
                .map(employee -> awarded(employee, awards.getOrDefault(employee.id(), List.of()), first, today.date()))
                .sorted(MOST_FIRST)
                .limit(SHOWN)
                .toList();
        Roles roles = boards.get(Roles.BOARD, Partition.ALL);
        PersonalStreaks streaks = PersonalStreaks.of(today.date(), boards, mode, now);
        List<AwardedRow> rows = new ArrayList<>();
        for (Awarded one : most) {
            Employee employee = one.employee();
            rows.add(new AwardedRow(
                    rows.size() + 1,
                    employee.id(),
                    employee.name(),
                    roles.find(employee.roleId()).map(Roles.Role::name).orElse(null),
                    one.period(),
                    one.total(),
                    streaks.of(employee),
                    one.earned(),
                    BadgeLevel.of(one.total())));
        }
        String period = query.period().name().toLowerCase(Locale.ROOT);
        return new Answer<>(new AwardBoard(period, first, today.date(), rows), today.end());
    }

    private static Awarded awarded(
            Employee employee, List<Row.Achievement> own, @Nullable LocalDate first, LocalDate last) {
        long period = own.stream()
                .filter(award -> (first == null || !award.earnedDate().isBefore(first))
                        && !award.earnedDate().isAfter(last))
                .mapToLong(AwardBoardView::points)
                .sum();
        Long total = employee.achievementPoints();
        return new Awarded(employee, period, total == null ? 0 : total, own.size());
    }

    /** As SQL's {@code SUM} counts them. */
    private static long points(Row.Achievement award) {
        Long points = award.pointsAwarded();
        return points == null ? 0 : points;
    }
}
