package hub.projections.payrates;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The pay of every active employee, by name, then id. */
public final class PayratesView implements View<Everything, List<PayrateRow>> {

    @Override
    public String name() {
        return "payrates";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        return Set.of(Employees.PARTITION, Payrates.PARTITION);
    }

    @Override
    public Answer<List<PayrateRow>> answer(Everything query, Boards boards, Instant now) {
        Payrates payrates = boards.get(Payrates.BOARD, Partition.ALL);
        List<PayrateRow> rows = boards.get(Employees.BOARD, Partition.ALL).byId().values().stream()
                .filter(Employee::active)
                .sorted(Employee.BY_NAME)
                .map(employee -> row(employee, payrates))
                .toList();
        return new Answer<>(rows, Instant.MAX);
    }

    private static PayrateRow row(Employee employee, Payrates payrates) {
        Pay pay = payrates.of(employee.id());
        return new PayrateRow(
                employee.id(),
                employee.name(),
                pay.rate(),
                pay.type(),
                pay.effectiveDate(),
                pay.notes(),
                payrates.recorded(employee.id()).map(Pay::hourly).orElse(null));
    }
}
