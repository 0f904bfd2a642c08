package hub.projections.leaderboard;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.dimensions.Roles;
import hub.projections.shifts.ShiftDay;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.view.DayQuery;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The leaderboard of a Central day: active employees with a shift that day or items in its score, by points, then
 * items, both descending, then id.
 */
public final class LeaderboardView implements View<DayQuery, List<LeaderboardRow>> {

    private static final Comparator<LeaderboardRow> ORDER = Comparator.comparing(LeaderboardRow::score)
            .thenComparing(LeaderboardRow::itemsToday)
            .reversed()
            .thenComparing(LeaderboardRow::id);

    private final ScoreMode mode;

    public LeaderboardView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "leaderboard";
    }

    @Override
    public Set<PartitionId> reads(DayQuery query, Boards loaded, Instant now) {
        DayNotHeld.check(query.date(), loaded.horizon());
        Set<PartitionId> reads = new HashSet<>(DayScores.partitions(query.date(), now));
        reads.add(Employees.PARTITION);
        reads.add(Roles.PARTITION);
        reads.add(ShiftDay.BOARD.in(new Partition.Day(query.date())));
        if (mode == ScoreMode.LIVE) {
            reads.addAll(OpenDay.partitions(query.date(), loaded.horizon(), now));
        }
        reads.addAll(PersonalStreaks.reads(query.date(), loaded, mode, now));
        return reads;
    }

    @Override
    public Answer<List<LeaderboardRow>> answer(DayQuery query, Boards boards, Instant now) {
        LocalDate date = query.date();
        LineMaker lines = new LineMaker(date, boards, mode, now);
        Instant until = new CentralDay(date).nextEdge(now);
        List<LeaderboardRow> rows = new ArrayList<>();
        for (Employee employee :
                boards.get(Employees.BOARD, Partition.ALL).byId().values()) {
            LineMaker.Line line = employee.active() ? lines.line(employee) : null;
            if (line != null) {
                rows.add(line.row());
                until = line.until().isBefore(until) ? line.until() : until;
            }
        }
        rows.sort(ORDER);
        List<LeaderboardRow> ranked = new ArrayList<>(rows.size());
        for (LeaderboardRow row : rows) {
            ranked.add(row.withRank(ranked.size() + 1));
        }
        return new Answer<>(ranked, until);
    }
}
