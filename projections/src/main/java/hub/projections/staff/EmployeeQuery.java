package hub.projections.staff;

import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.view.NotFound;

/** One employee. */
public record EmployeeQuery(long id) {

    /** @throws NotFound if there is no such employee */
    Employee find(Employees employees) {
        Employee employee = employees.byId().get(id);
        if (employee == null) {
            throw new NotFound("Employee not found");
        }
        return employee;
    }
}
