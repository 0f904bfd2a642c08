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
import hub.projections.view.Decimals;
import hub.projections.view.NotFound;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one person was awarded. A kind counts once, however often it was awarded: the legacy's percentage passed a hundred. */
public final class PersonAwardsView implements View<PersonAwardsQuery, PersonAwards> {

    private static final int RECENT_DAYS = 7;

    /** The kinds that the warehouse's software knows (domain 4.4). */
    static final Set<String> KINDS = Set.of(
            "daily_target_met",
            "perfect_efficiency",
            "early_bird",
            "weekly_consistency",
            "improvement_week",
            "streak_3",
            "streak_7",
            "streak_30",
            "first_1000_points",
            "first_10000_points",
            "team_player",
            "zero_idle");

    private final ScoreMode mode;

    public PersonAwardsView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "person-awards";
    }

    @Override
    public Set<Table> needs() {
        return Set.of(Table.ACHIEVEMENTS);
    }

    @Override
    public Set<PartitionId> reads(PersonAwardsQuery query, Boards loaded, Instant now) {
        Set<PartitionId> reads =
                new HashSet<>(PersonalStreaks.reads(CentralDay.of(now).date(), loaded, mode, now));
        reads.addAll(Set.of(SourceTables.PARTITION, AwardList.PARTITION, Employees.PARTITION, Roles.PARTITION));
        return reads;
    }

    @Override
    public Answer<PersonAwards> answer(PersonAwardsQuery query, Boards boards, Instant now) {
        SourceTables.require(needs(), boards);
        CentralDay today = CentralDay.of(now);
        Employee employee = boards.get(Employees.BOARD, Partition.ALL).byId().get(query.employeeId());
        if (employee == null) {
            throw new NotFound("Employee not found");
        }
        List<Row.Achievement> own = boards.get(AwardList.BOARD, Partition.ALL).awards().stream()
                .filter(award -> award.employeeId() == employee.id())
                .toList();
        LocalDate recent = today.date().minusDays(RECENT_DAYS);
        Long stored = employee.achievementPoints();
        long points = stored == null ? 0 : stored;
        long kinds = own.stream()
                .map(Row.Achievement::key)
                .filter(KINDS::contains)
                .distinct()
                .count();
        return new Answer<>(
                new PersonAwards(
                        employee.id(),
                        employee.name(),
                        own.size(),
                        points,
                        PersonalStreaks.of(today.date(), boards, mode, now).of(employee),
                        BadgeLevel.of(points),
                        own.stream()
                                .filter(award -> !award.earnedDate().isBefore(recent)
                                        && !award.earnedDate().isAfter(today.date()))
                                .map(AwardRow::of)
                                .toList(),
                        own.stream().map(AwardRow::of).toList(),
                        KINDS.size(),
                        Decimals.divide(kinds * 100, KINDS.size(), 1)),
                today.end());
    }
}
