package hub.projections.feed;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.shifts.ClockOutDay;
import hub.projections.shifts.ShiftDay;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Who clocked in and who clocked out today, the newest first; at one instant clock-outs before clock-ins, then the lower
 * employee id (domain Decision 10). A clock-out belongs to the day on which it happened. Deactivated people are in it.
 */
public final class RecentView implements View<RecentQuery, List<FeedEvent>> {

    private record Event(long employeeId, boolean in, Instant at) {}

    private static final Comparator<Event> NEWEST_FIRST =
            Comparator.comparing(Event::at).reversed().thenComparing(Event::in).thenComparing(Event::employeeId);

    @Override
    public String name() {
        return "recent";
    }

    @Override
    public Set<PartitionId> reads(RecentQuery query, Boards loaded, Instant now) {
        Partition today = new Partition.Day(CentralDay.of(now).date());
        return Set.of(ShiftDay.BOARD.in(today), ClockOutDay.BOARD.in(today), Employees.PARTITION);
    }

    @Override
    public Answer<List<FeedEvent>> answer(RecentQuery query, Boards boards, Instant now) {
        CentralDay today = CentralDay.of(now);
        Partition day = new Partition.Day(today.date());
        List<Event> events = new ArrayList<>();
        boards.get(ShiftDay.BOARD, day)
                .byEmployee()
                .forEach((employee, shifts) ->
                        shifts.forEach(shift -> events.add(new Event(employee, true, shift.clockIn()))));
        boards.get(ClockOutDay.BOARD, day)
                .clockOuts()
                .forEach(out -> events.add(new Event(out.employeeId(), false, out.at())));
        events.sort(NEWEST_FIRST);
        Employees employees = boards.get(Employees.BOARD, Partition.ALL);
        List<FeedEvent> shown = new ArrayList<>();
        for (Event event : events) {
            Employee employee = employees.byId().get(event.employeeId());
            if (employee != null && shown.size() < query.limit()) {
                shown.add(FeedEvent.of(employee.name(), event.in(), event.at()));
            }
        }
        return new Answer<>(shown, today.end());
    }
}
