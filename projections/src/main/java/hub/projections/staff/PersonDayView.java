package hub.projections.staff;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.leaderboard.PersonalStreaks;
import hub.projections.shifts.Clocked;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.projections.workday.Standing;
import hub.projections.workday.WorkDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** One employee's today, active or not (domain 3.5). Fails with {@link hub.projections.view.NotFound}. */
public final class PersonDayView implements View<EmployeeQuery, PersonDay> {

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private final ScoreMode mode;

    public PersonDayView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "employee-stats";
    }

    @Override
    public Set<PartitionId> reads(EmployeeQuery query, Boards loaded, Instant now) {
        CentralDay today = CentralDay.of(now);
        Set<PartitionId> reads = new HashSet<>(WorkDay.reads(today.date(), loaded.horizon(), mode, now));
        reads.addAll(PersonalStreaks.reads(today.date(), loaded, mode, now));
        reads.add(Employees.PARTITION);
        return reads;
    }

    @Override
    public Answer<PersonDay> answer(EmployeeQuery query, Boards boards, Instant now) {
        CentralDay today = CentralDay.of(now);
        Employees employees = boards.get(Employees.BOARD, Partition.ALL);
        Employee employee = query.find(employees);
        long id = employee.id();
        WorkDay work = WorkDay.of(today.date(), boards, mode, now);
        Clocked clocked = work.clocked(id);
        BigDecimal minutes = clocked.minutesOrZero();
        PersonDay day = new PersonDay(
                id,
                employee.name(),
                PersonalStreaks.of(today.date(), boards, mode, now).of(employee),
                work.items(id),
                Decimals.round(work.points(id), 1),
                minutes.signum() <= 0
                        ? Decimals.round(BigDecimal.ZERO, 1)
                        : Decimals.divide(BigDecimal.valueOf(work.items(id)).multiply(SIXTY), minutes, 1),
                Standing.rank(id, work, employees));
        return new Answer<>(day, clocked.nextTick().isBefore(today.end()) ? clocked.nextTick() : today.end());
    }
}
