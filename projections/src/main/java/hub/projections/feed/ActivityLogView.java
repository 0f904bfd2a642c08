package hub.projections.feed;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.dimensions.Roles;
import hub.projections.dimensions.Roles.Role;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Iso8601;
import hub.projections.view.View;
import hub.projections.windows.DayWindows;
import hub.projections.windows.WindowHour.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A log of the windows that began on one Central day, of all sources, where the legacy's day was UTC's (domain 3.10).
 * Deactivated people are in it; people whose row is gone have no name and are not. Work without a known role is in it,
 * too, where the legacy's join lost it.
 */
public final class ActivityLogView implements View<ActivityLogQuery, ActivityLog> {

    private record Named(Window window, Employee employee) {}

    private static final Comparator<Named> IN_ORDER = Comparator.comparing(
                    (Named named) -> named.window().start())
            .thenComparing(named -> named.employee().name())
            .thenComparing(named -> named.window().id());

    @Override
    public String name() {
        return "activity-log";
    }

    @Override
    public Set<PartitionId> reads(ActivityLogQuery query, Boards loaded, Instant now) {
        Set<PartitionId> reads = new HashSet<>(DayWindows.partitions(query.date(), loaded));
        reads.add(Employees.PARTITION);
        reads.add(Roles.PARTITION);
        return reads;
    }

    @Override
    public Answer<ActivityLog> answer(ActivityLogQuery query, Boards boards, Instant now) {
        Employees employees = boards.get(Employees.BOARD, Partition.ALL);
        Roles roles = boards.get(Roles.BOARD, Partition.ALL);
        List<Named> all = new ArrayList<>();
        for (Window window : DayWindows.of(query.date(), boards)) {
            Employee employee = employees.byId().get(window.employeeId());
            if (employee != null) {
                all.add(new Named(window, employee));
            }
        }
        List<ActivityLog.LoggedActivity> shown = all.stream()
                .sorted(IN_ORDER)
                .limit(query.limit())
                .map(named -> row(named, roles))
                .toList();
        return new Answer<>(new ActivityLog(query.date(), all.size(), shown), Instant.MAX);
    }

    private static ActivityLog.LoggedActivity row(Named named, Roles roles) {
        Window window = named.window();
        return new ActivityLog.LoggedActivity(
                window.id(),
                null,
                named.employee().name(),
                roles.find(window.roleId()).map(Role::name).orElse(null),
                window.items(),
                Iso8601.text(window.start()),
                Iso8601.text(window.end()));
    }
}
