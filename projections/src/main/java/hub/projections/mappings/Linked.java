package hub.projections.mappings;

import hub.projections.change.Table;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.dimensions.PodfactoryMappings;
import java.util.List;
import java.util.Set;

/** Who is linked to what: an empty Connecteam id is none, in one place of the legacy it was one. */
final class Linked {

    static final Set<Table> NEEDS = Set.of(Table.EMPLOYEE_PODFACTORY_MAPPING);

    private Linked() {}

    static boolean toConnecteam(Employee employee) {
        String id = employee.connecteamUserId();
        return id != null && !id.isEmpty();
    }

    /** Active people whom Connecteam knows and no mapping names, in any order. */
    static List<Employee> withoutPodfactory(Employees employees, PodfactoryMappings mappings) {
        return employees.byId().values().stream()
                .filter(Employee::active)
                .filter(Linked::toConnecteam)
                .filter(employee -> !mappings.byEmployee().containsKey(employee.id()))
                .toList();
    }
}
