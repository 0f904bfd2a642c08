package hub.projections.portal;

import hub.projections.board.Partition;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.view.Boards;
import hub.projections.view.NotFound;

/** A view of one employee, today. */
public record PersonQuery(long employeeId) {

    /** @throws NotFound if there is no such employee */
    static Employee find(long employeeId, Boards boards) {
        Employee employee = boards.get(Employees.BOARD, Partition.ALL).byId().get(employeeId);
        if (employee == null) {
            throw new NotFound("Employee not found");
        }
        return employee;
    }
}
