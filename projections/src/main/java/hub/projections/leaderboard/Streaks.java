package hub.projections.leaderboard;

import hub.projections.board.PartitionId;
import hub.projections.time.CentralDay;
import hub.projections.view.Boards;
import hub.projections.view.ScoreMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Streak(E, D): consecutive Central days with points, ending at D, or at D−1 while D is open and has none yet (domain
 * Decision 11). Days before the history horizon are not known and end every streak.
 */
public final class Streaks {

    private final LocalDate last;
    private final Boards boards;
    private final Instant now;

    /** @param last the day at which streaks end */
    public Streaks(LocalDate last, Boards boards, Instant now) {
        this.last = last;
        this.boards = boards;
        this.now = now;
    }

    /**
     * The days that must be loaded to know every streak, as far as the loaded ones tell: while somebody's streak is
     * unbroken at the earliest loaded day, as many days again.
     */
    public Set<PartitionId> reads() {
        Set<PartitionId> reads = new HashSet<>(DayScores.partitions(last, now));
        Set<Long> unbroken = null;
        LocalDate day = last;
        for (int loaded = 0; held(day); loaded++, day = day.minusDays(1)) {
            if (!allLoaded(day)) {
                for (int more = 0; more < Math.max(2, loaded) && held(day); more++, day = day.minusDays(1)) {
                    reads.addAll(DayScores.partitions(day, now));
                }
                return reads;
            }
            reads.addAll(DayScores.partitions(day, now));
            boolean mayStillBeginToday = day.equals(last) && !new CentralDay(day).endedAt(now);
            if (!mayStillBeginToday) {
                unbroken = withPoints(day, unbroken);
                if (unbroken.isEmpty()) {
                    return reads;
                }
            }
        }
        return reads;
    }

    /** Every streak of at least one day. */
    public Map<Long, Integer> byEmployee() {
        Map<Long, Integer> streaks = new HashMap<>();
        for (Long employee : withPoints(last, null)) {
            streaks.put(employee, 1);
        }
        Set<Long> unbroken = new CentralDay(last).endedAt(now) ? new HashSet<>(streaks.keySet()) : null;
        for (LocalDate day = last.minusDays(1); held(day) && allLoaded(day); day = day.minusDays(1)) {
            unbroken = withPoints(day, unbroken);
            if (unbroken.isEmpty()) {
                break;
            }
            unbroken.forEach(employee -> streaks.merge(employee, 1, Integer::sum));
        }
        return streaks;
    }

    private boolean held(LocalDate day) {
        return !day.isBefore(boards.horizon().history());
    }

    private boolean allLoaded(LocalDate day) {
        return DayScores.partitions(day, now).stream().allMatch(boards::holds);
    }

    /** @param among nobody else is asked about; null for everybody */
    private Set<Long> withPoints(LocalDate day, @Nullable Set<Long> among) {
        DayScores scores = DayScores.of(day, boards, ScoreMode.LIVE, now);
        Set<Long> employees = new HashSet<>();
        for (Long employee : among == null ? scores.employees() : among) {
            if (scores.hasPoints(employee)) {
                employees.add(employee);
            }
        }
        return employees;
    }
}
