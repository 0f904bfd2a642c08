package hub.projections.feed;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.leaderboard.OpenDay;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.View;
import hub.projections.windows.WindowHour;
import hub.projections.windows.WindowHour.Window;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One employee's windows of today from all sources, the newest first, then the higher row id (domain 3.5). */
public final class ActivitiesView implements View<ActivitiesQuery, List<ActivityRow>> {

    private static final Comparator<Window> NEWEST_FIRST =
            Comparator.comparing(Window::start).thenComparing(Window::id).reversed();

    @Override
    public String name() {
        return "activities";
    }

    @Override
    public Set<PartitionId> reads(ActivitiesQuery query, Boards loaded, Instant now) {
        return query.employeeId().isEmpty()
                ? Set.of()
                : OpenDay.partitions(CentralDay.of(now).date(), loaded.horizon(), now);
    }

    @Override
    public Answer<List<ActivityRow>> answer(ActivitiesQuery query, Boards boards, Instant now) {
        List<ActivityRow> rows = query.employeeId().stream()
                .flatMap(employee -> windows(query, boards, now).filter(window -> window.employeeId() == employee))
                .sorted(NEWEST_FIRST)
                .limit(query.limit())
                .map(ActivityRow::of)
                .toList();
        return new Answer<>(rows, CentralDay.of(now).end());
    }

    private Stream<Window> windows(ActivitiesQuery query, Boards boards, Instant now) {
        return reads(query, boards, now).stream().map(PartitionId::partition).flatMap(hour -> windows(boards, hour));
    }

    private static Stream<Window> windows(Boards boards, Partition hour) {
        return boards.get(WindowHour.BOARD, hour).windows().stream();
    }
}
