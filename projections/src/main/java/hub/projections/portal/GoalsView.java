package hub.projections.portal;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.dimensions.Employees;
import hub.projections.portal.Goals.PersonalGoal;
import hub.projections.source.SourceTables;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.projections.workday.WorkDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's active goals against their day so far, whatever period a goal is for, as in the legacy. Dates of goals do not
 * matter: a goal is in force until it is taken back. Efficiency is a share, 0 to 1, and so is its target.
 */
public final class GoalsView implements View<PersonQuery, Goals> {

    private static final Set<Table> NEEDS = Set.of(Table.EMPLOYEE_GOALS);

    private static final Comparator<Row.Goal> BY_TYPE_LATEST_FIRST = Comparator.comparing(
                    Row.Goal::goalType, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(Row.Goal::createdAt, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
            .thenComparing(Row.Goal::id);

    private final ScoreMode mode;

    public GoalsView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "employee-goals";
    }

    @Override
    public Set<Table> needs() {
        return NEEDS;
    }

    @Override
    public Set<PartitionId> reads(PersonQuery query, Boards loaded, Instant now) {
        LocalDate today = CentralDay.of(now).date();
        Set<PartitionId> reads = new HashSet<>(WorkDay.reads(today, loaded.horizon(), mode, now));
        reads.add(Employees.PARTITION);
        reads.add(PersonalGoals.PARTITION);
        reads.add(SourceTables.PARTITION);
        return reads;
    }

    @Override
    public Answer<Goals> answer(PersonQuery query, Boards boards, Instant now) {
        SourceTables.require(NEEDS, boards);
        long id = PersonQuery.find(query.employeeId(), boards).id();
        WorkDay day = WorkDay.of(CentralDay.of(now).date(), boards, mode, now);
        List<PersonalGoal> goals = boards.get(PersonalGoals.BOARD, Partition.ALL).goals().stream()
                .filter(goal -> goal.employeeId() == id && goal.active())
                .sorted(BY_TYPE_LATEST_FIRST)
                .map(goal -> against(goal, current(goal.metric(), day, id)))
                .toList();
        return new Answer<>(new Goals(true, goals), day.nextTick(id));
    }

    private static PersonalGoal against(Row.Goal goal, BigDecimal current) {
        BigDecimal target = goal.targetValue() == null ? BigDecimal.ZERO : goal.targetValue();
        BigDecimal progress = target.signum() <= 0
                ? Decimals.round(BigDecimal.ZERO, 1)
                : Decimals.divide(current.multiply(Decimals.HUNDRED), target, 1).min(new BigDecimal("100.0"));
        return new PersonalGoal(goal.id(), goal.goalType(), goal.metric(), target, current, progress, goal.startDate());
    }

    private static BigDecimal current(@Nullable String metric, WorkDay day, long id) {
        return switch (metric) {
            case "items_processed" -> BigDecimal.valueOf(day.items(id));
            case "points_earned" -> day.points(id);
            case "efficiency" -> day.efficiency(id);
            case "active_minutes" -> BigDecimal.valueOf(day.activeMinutes(id));
            case null, default -> BigDecimal.ZERO;
        };
    }
}
