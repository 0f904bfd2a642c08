package hub.projections.mappings;

import hub.projections.board.Board;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.board.Tally;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.shifts.ShiftDay;
import hub.projections.time.CentralDay;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.view.RangeQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How often people were seen in the last Central days, today included. The legacy counted back from the moment, at one
 * place by the start of a window and at another by its end; days are what the boards are kept by, and what people mean.
 */
record Recent(int days, Instant now) {

    /** @throws DayNotHeld if one of the days is no longer held */
    Set<PartitionId> reads(Board<?> board, Boards loaded) {
        Set<PartitionId> reads = new HashSet<>();
        range().dates().forEach(date -> {
            DayNotHeld.check(date, loaded.horizon());
            reads.add(board.in(new Partition.Day(date)));
        });
        return reads;
    }

    /** Rows of work of all sources, by employee. */
    Map<Long, Long> activities(Boards boards) {
        Map<Long, Long> rows = new HashMap<>();
        range().dates()
                .forEach(date -> boards.get(LeaderboardDay.BOARD, new Partition.Day(date))
                        .byEmployee()
                        .forEach((employee, work) -> rows.merge(
                                employee,
                                work.byRole().values().stream()
                                        .mapToLong(Tally::rows)
                                        .sum(),
                                Long::sum)));
        return rows;
    }

    /** Shifts, by employee. */
    Map<Long, Long> shifts(Boards boards) {
        Map<Long, Long> shifts = new HashMap<>();
        range().dates()
                .forEach(date -> boards.get(ShiftDay.BOARD, new Partition.Day(date))
                        .byEmployee()
                        .forEach((employee, own) -> shifts.merge(employee, (long) own.size(), Long::sum)));
        return shifts;
    }

    boolean fitsMysql() {
        return range().fitsMysql();
    }

    private RangeQuery range() {
        return RangeQuery.endingAt(CentralDay.of(now).date(), days);
    }
}
