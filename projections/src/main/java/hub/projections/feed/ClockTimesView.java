package hub.projections.feed;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.shifts.Clocked;
import hub.projections.shifts.Shift;
import hub.projections.shifts.ShiftDay;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.Rfc1123;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.projections.workday.WorkDay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A log of the shifts that began today, the latest first, then the lower employee id (domain 3.5). Deactivated people are
 * in it; people whose row is gone have no name and are not.
 */
public final class ClockTimesView implements View<Everything, List<ClockTimeRow>> {

    private static final Comparator<Shift> LATEST_FIRST =
            Comparator.comparing(Shift::clockIn).reversed().thenComparing(Shift::employeeId);

    private final ScoreMode mode;

    public ClockTimesView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "clock-times";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        Set<PartitionId> reads = new HashSet<>(WorkDay.reads(CentralDay.of(now).date(), loaded.horizon(), mode, now));
        reads.add(Employees.PARTITION);
        return reads;
    }

    @Override
    public Answer<List<ClockTimeRow>> answer(Everything query, Boards boards, Instant now) {
        CentralDay today = CentralDay.of(now);
        WorkDay work = WorkDay.of(today.date(), boards, mode, now);
        Employees employees = boards.get(Employees.BOARD, Partition.ALL);
        List<Shift> shifts = boards.get(ShiftDay.BOARD, new Partition.Day(today.date())).byEmployee().values().stream()
                .flatMap(List::stream)
                .sorted(LATEST_FIRST)
                .toList();
        List<ClockTimeRow> rows = new ArrayList<>();
        for (Shift shift : shifts) {
            Employee employee = employees.byId().get(shift.employeeId());
            if (employee != null) {
                rows.add(row(shift, employee, work, now));
            }
        }
        return new Answer<>(rows, work.nextTick());
    }

    private ClockTimeRow row(Shift shift, Employee employee, WorkDay work, Instant now) {
        Clocked clocked = Clocked.of(List.of(shift), mode, now);
        Instant out = shift.clockOut();
        return new ClockTimeRow(
                shift.id(),
                employee.name(),
                Rfc1123.text(shift.clockIn()),
                out == null ? null : Rfc1123.text(out),
                clocked.clockedIn() ? 1 : 0,
                clocked.minutesOrZero(),
                work.activeMinutes(employee.id()),
                work.items(employee.id()),
                clocked.openStale(),
                shift.negative());
    }
}
