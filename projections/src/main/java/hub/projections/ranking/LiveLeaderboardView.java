package hub.projections.ranking;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.leaderboard.PersonalStreaks;
import hub.projections.shifts.Clocked;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.projections.workday.Standing;
import hub.projections.workday.WorkDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ten active employees with the most points today (domain 3.3). Compared with their places among all of yesterday's
 * scores, so a late change of yesterday moves them, and at midnight today becomes yesterday.
 */
public final class LiveLeaderboardView implements View<Everything, List<LiveRow>> {

    private static final int SHOWN = 10;
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private final ScoreMode mode;

    public LiveLeaderboardView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "leaderboard-live";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        LocalDate today = CentralDay.of(now).date();
        Set<PartitionId> reads = new HashSet<>(WorkDay.reads(today, loaded.horizon(), mode, now));
        reads.addAll(WorkDay.reads(today.minusDays(1), loaded.horizon(), mode, now));
        reads.addAll(PersonalStreaks.reads(today, loaded, mode, now));
        reads.add(Employees.PARTITION);
        return reads;
    }

    @Override
    public Answer<List<LiveRow>> answer(Everything query, Boards boards, Instant now) {
        LocalDate today = CentralDay.of(now).date();
        WorkDay work = WorkDay.of(today, boards, mode, now);
        Map<Long, Integer> yesterday = Standing.places(WorkDay.of(today.minusDays(1), boards, mode, now));
        PersonalStreaks streaks = PersonalStreaks.of(today, boards, mode, now);
        List<LiveRow> rows = new ArrayList<>(SHOWN);
        Instant until = CentralDay.of(now).end();
        BigDecimal above = null;
        for (Standing standing : Standing.active(work, boards.get(Employees.BOARD, Partition.ALL))) {
            if (rows.size() == SHOWN || standing.points().signum() <= 0) {
                break;
            }
            long id = standing.employee().id();
            Clocked clocked = work.clocked(id);
            Movement movement = Movement.of(rows.size() + 1, yesterday.get(id));
            rows.add(row(rows.size() + 1, standing, above, clocked, streaks.of(standing.employee()), movement));
            above = standing.points();
            until = clocked.nextTick().isBefore(until) ? clocked.nextTick() : until;
        }
        return new Answer<>(rows, until);
    }

    private static LiveRow row(
            int rank,
            Standing standing,
            @Nullable BigDecimal above,
            Clocked clocked,
            @Nullable Long streak,
            Movement movement) {
        BigDecimal minutes = clocked.minutes();
        BigDecimal perHour = minutes == null || minutes.signum() <= 0
                ? Decimals.round(BigDecimal.ZERO, 1)
                : Decimals.divide(BigDecimal.valueOf(standing.items()).multiply(SIXTY), minutes, 1);
        int milestone = Praise.nextMilestone(standing.points());
        return new LiveRow(
                standing.employee().id(),
                standing.employee().name(),
                standing.items(),
                standing.points(),
                minutes == null ? null : Decimals.divide(minutes, SIXTY, 1),
                streak,
                rank,
                above,
                perHour,
                perHour,
                movement.yesterday(),
                movement.word(),
                movement.positions(),
                Praise.rank(rank),
                Praise.badge(rank, streak == null ? 0 : streak, movement, standing.items(), perHour),
                movement.icon(),
                movement.color(),
                milestone,
                Praise.progress(standing.points(), milestone));
    }
}
