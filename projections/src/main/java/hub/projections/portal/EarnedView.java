package hub.projections.portal;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.dimensions.Employees;
import hub.projections.portal.Earned.EarnedOne;
import hub.projections.source.SourceTables;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.View;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a person has earned: the latest first, what has no time last, then the lower id. Times are Chicago's, where the
 * legacy showed UTC's.
 */
public final class EarnedView implements View<PersonQuery, Earned> {

    private static final int SHOWN = 50;
    private static final Set<Table> NEEDS = Set.of(Table.EMPLOYEE_ACHIEVEMENTS);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(CentralDay.ZONE);

    private static final Comparator<Row.EarnedAchievement> LATEST_FIRST = Comparator.comparing(
                    Row.EarnedAchievement::earnedAt, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
            .thenComparing(Row.EarnedAchievement::id);

    @Override
    public String name() {
        return "employee-achievements";
    }

    @Override
    public Set<Table> needs() {
        return NEEDS;
    }

    @Override
    public Set<PartitionId> reads(PersonQuery query, Boards loaded, Instant now) {
        return Set.of(Employees.PARTITION, PersonalAchievements.PARTITION, SourceTables.PARTITION);
    }

    @Override
    public Answer<Earned> answer(PersonQuery query, Boards boards, Instant now) {
        SourceTables.require(NEEDS, boards);
        long id = PersonQuery.find(query.employeeId(), boards).id();
        List<Row.EarnedAchievement> own = boards.get(PersonalAchievements.BOARD, Partition.ALL).earned().stream()
                .filter(earned -> earned.employeeId() == id)
                .sorted(LATEST_FIRST)
                .toList();
        List<EarnedOne> shown = own.stream().limit(SHOWN).map(EarnedView::one).toList();
        return new Answer<>(
                new Earned(
                        true, shown, own.stream().mapToLong(EarnedView::points).sum(), shown.size()),
                Instant.MAX);
    }

    private static EarnedOne one(Row.EarnedAchievement earned) {
        Medal medal = Medal.of(earned.key());
        Instant at = earned.earnedAt();
        return new EarnedOne(
                earned.key(),
                medal.name(),
                medal.icon(),
                medal.description(),
                points(earned),
                at == null ? null : TIME.format(at));
    }

    private static long points(Row.EarnedAchievement earned) {
        Long points = earned.pointsAwarded();
        return points == null ? 0 : points;
    }
}
