package hub.projections.portal;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.projections.windows.DayWindows;
import hub.projections.workday.Standing;
import hub.projections.workday.WorkDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A person's day so far, beside everybody's. */
public final class StatsView implements View<PersonQuery, PersonToday> {

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private final ScoreMode mode;

    public StatsView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "employee-today";
    }

    @Override
    public Set<PartitionId> reads(PersonQuery query, Boards loaded, Instant now) {
        LocalDate today = CentralDay.of(now).date();
        Set<PartitionId> reads = new HashSet<>(WorkDay.reads(today, loaded.horizon(), mode, now));
        reads.addAll(DayWindows.partitions(today, loaded));
        reads.add(Employees.PARTITION);
        return reads;
    }

    @Override
    public Answer<PersonToday> answer(PersonQuery query, Boards boards, Instant now) {
        long id = PersonQuery.find(query.employeeId(), boards).id();
        LocalDate today = CentralDay.of(now).date();
        WorkDay day = WorkDay.of(today, boards, mode, now);
        Idle idle = Idle.since(OwnWindows.of(id, today, boards), now);
        List<Long> working =
                day.scored().stream().filter(other -> day.items(other) > 0).toList();
        PersonToday body = new PersonToday(
                day.items(id),
                day.points(id),
                day.efficiency(id),
                day.activeMinutes(id),
                Decimals.divide(day.clocked(id).minutesOrZero(), SIXTY, 1),
                idle.minutes(),
                Standing.rank(id, day, boards.get(Employees.BOARD, Partition.ALL)),
                day.clockedIn().size(),
                mean(
                        working.stream()
                                .map(other -> BigDecimal.valueOf(day.items(other)))
                                .toList(),
                        1),
                mean(working.stream().map(day::efficiency).toList(), 2));
        Instant tick = day.nextTick();
        return new Answer<>(body, idle.nextTick().isBefore(tick) ? idle.nextTick() : tick);
    }

    private static BigDecimal mean(List<BigDecimal> values, int digits) {
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Decimals.divide(sum, BigDecimal.valueOf(Math.max(1, values.size())), digits);
    }
}
