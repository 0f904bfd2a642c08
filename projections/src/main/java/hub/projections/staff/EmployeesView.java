package hub.projections.staff;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.dimensions.PodfactoryMappings;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Every employee, active or not, by name (domain 3.9). */
public final class EmployeesView implements View<Everything, StaffList> {

    @Override
    public String name() {
        return "employees";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        return Set.of(Employees.PARTITION, PodfactoryMappings.PARTITION);
    }

    @Override
    public Answer<StaffList> answer(Everything query, Boards boards, Instant now) {
        PodfactoryMappings mappings = boards.get(PodfactoryMappings.BOARD, Partition.ALL);
        List<StaffList.Member> members = boards.get(Employees.BOARD, Partition.ALL).byId().values().stream()
                .sorted(Employee.BY_NAME)
                .map(employee -> member(employee, mappings))
                .toList();
        return new Answer<>(new StaffList(true, members), Instant.MAX);
    }

    private static StaffList.Member member(Employee employee, PodfactoryMappings mappings) {
        List<String> emails = mappings.emails(employee.id());
        return new StaffList.Member(
                employee.id(),
                employee.name(),
                employee.email(),
                employee.connecteamUserId(),
                employee.active() ? 1 : 0,
                emails.isEmpty() ? null : String.join(",", emails),
                null);
    }
}
