package hub.projections.staff;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.Rfc1123;
import hub.projections.view.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Archived employees, the latest first, then by id (domain 3.9). */
public final class ArchivedView implements View<Everything, List<Archived>> {

    private record Dated(Employee employee, Instant at) {}

    private static final Comparator<Dated> LATEST_FIRST = Comparator.comparing(Dated::at)
            .reversed()
            .thenComparing(dated -> dated.employee().id());

    @Override
    public String name() {
        return "archived";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        return Set.of(Employees.PARTITION);
    }

    @Override
    public Answer<List<Archived>> answer(Everything query, Boards boards, Instant now) {
        List<Dated> archived = new ArrayList<>();
        for (Employee employee :
                boards.get(Employees.BOARD, Partition.ALL).byId().values()) {
            Instant at = employee.archivedAt();
            if (at != null) {
                archived.add(new Dated(employee, at));
            }
        }
        return new Answer<>(
                archived.stream().sorted(LATEST_FIRST).map(ArchivedView::row).toList(), Instant.MAX);
    }

    private static Archived row(Dated dated) {
        Employee employee = dated.employee();
        return new Archived(employee.id(), employee.name(), employee.email(), Rfc1123.text(dated.at()));
    }
}
