package hub.projections.portal;

import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.dimensions.Roles;
import hub.projections.leaderboard.Streaks;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** How many days in a row a person has earned points, without gaps (domain Decision 11). */
public final class StreakView implements View<PersonQuery, Streak> {

    private final ScoreMode mode;

    public StreakView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "employee-streak";
    }

    @Override
    public Set<PartitionId> reads(PersonQuery query, Boards loaded, Instant now) {
        Set<PartitionId> reads = new HashSet<>();
        reads.add(Employees.PARTITION);
        if (mode == ScoreMode.LIVE) {
            reads.add(Roles.PARTITION);
            reads.addAll(streaks(loaded, now).reads());
        }
        return reads;
    }

    @Override
    public Answer<Streak> answer(PersonQuery query, Boards boards, Instant now) {
        Employee employee = PersonQuery.find(query.employeeId(), boards);
        return switch (mode) {
            case LIVE ->
                new Answer<>(
                        Streak.of(streaks(boards, now).byEmployee().getOrDefault(employee.id(), 0)),
                        CentralDay.of(now).end());
            case STORED -> {
                Long stored = employee.currentStreak();
                yield new Answer<>(Streak.of(stored == null ? 0 : stored), Instant.MAX);
            }
        };
    }

    private static Streaks streaks(Boards boards, Instant now) {
        return new Streaks(CentralDay.of(now).date(), boards, now);
    }
}
