package hub.projections.staff;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.dimensions.Roles;
import hub.projections.leaderboard.PersonalStreaks;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** One employee, active or not (domain 3.5). Fails with {@link hub.projections.view.NotFound}. */
public final class PersonView implements View<EmployeeQuery, Person> {

    private final ScoreMode mode;

    public PersonView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "employee";
    }

    @Override
    public Set<PartitionId> reads(EmployeeQuery query, Boards loaded, Instant now) {
        Set<PartitionId> reads =
                new HashSet<>(PersonalStreaks.reads(CentralDay.of(now).date(), loaded, mode, now));
        reads.add(Employees.PARTITION);
        reads.add(Roles.PARTITION);
        return reads;
    }

    @Override
    public Answer<Person> answer(EmployeeQuery query, Boards boards, Instant now) {
        CentralDay today = CentralDay.of(now);
        Employee employee = query.find(boards.get(Employees.BOARD, Partition.ALL));
        PersonalStreaks streaks = PersonalStreaks.of(today.date(), boards, mode, now);
        return new Answer<>(Person.of(employee.id(), employee.name(), streaks.of(employee)), today.end());
    }
}
