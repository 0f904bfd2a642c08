package hub.projections.portal;

import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.View;
import hub.projections.windows.DayWindows;
import hub.projections.windows.WindowHour.Window;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The last windows of a person that ended today, newest first; those that began yesterday belong here, too. */
public final class RecentView implements View<PersonQuery, List<RecentWork>> {

    private static final int SHOWN = 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(CentralDay.ZONE);

    @Override
    public String name() {
        return "employee-recent";
    }

    @Override
    public Set<PartitionId> reads(PersonQuery query, Boards loaded, Instant now) {
        CentralDay today = CentralDay.of(now);
        Set<PartitionId> reads =
                new HashSet<>(DayWindows.partitions(today.previous().date(), loaded));
        reads.addAll(DayWindows.partitions(today.date(), loaded));
        reads.add(Employees.PARTITION);
        return reads;
    }

    @Override
    public Answer<List<RecentWork>> answer(PersonQuery query, Boards boards, Instant now) {
        long id = PersonQuery.find(query.employeeId(), boards).id();
        CentralDay today = CentralDay.of(now);
        List<RecentWork> latest = Stream.of(today.previous(), today)
                .flatMap(day -> OwnWindows.of(id, day.date(), boards).stream())
                .filter(window -> today.contains(window.end()))
                .sorted(Comparator.comparing(Window::end)
                        .thenComparing(Window::id)
                        .reversed())
                .limit(SHOWN)
                .map(window -> new RecentWork(TIME.format(window.end()), window.items(), station(window)))
                .toList();
        return new Answer<>(latest, today.end());
    }

    private static String station(Window window) {
        String activity = window.activityType();
        return switch (activity) {
            case null -> "Unknown";
            case "In Production" -> "Heat Press";
            case "QC Passed" -> "Shipping";
            default -> activity;
        };
    }
}
