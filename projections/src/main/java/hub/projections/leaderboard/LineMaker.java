package hub.projections.leaderboard;

import hub.projections.board.Partition;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.dimensions.Roles;
import hub.projections.leaderboard.LeaderboardDay.Work;
import hub.projections.scores.StoredScores.StoredScore;
import hub.projections.shifts.Clocked;
import hub.projections.shifts.Shift;
import hub.projections.shifts.ShiftDay;
import hub.projections.time.CentralDay;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one employee's line from everything that is known of the day. */
final class LineMaker {

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final BigDecimal GOAL_PER_HOUR = BigDecimal.valueOf(50);
    private static final BigDecimal GOAL_WITHOUT_CLOCK = BigDecimal.valueOf(400);

    private final ScoreMode mode;
    private final Instant now;
    private final boolean ended;
    private final LeaderboardDay work;
    private final ShiftDay shifts;
    private final DayScores scores;
    private final Roles roles;
    private final Map<Long, Integer> streaks;
    private final OpenDay open;

    private LineMaker(LocalDate date, Boards boards, ScoreMode mode, Instant now) {
        Partition day = new Partition.Day(date);
        this.mode = mode;
        this.now = now;
        this.ended = new CentralDay(date).endedAt(now);
        this.work = boards.get(LeaderboardDay.BOARD, day);
        this.shifts = boards.get(ShiftDay.BOARD, day);
        this.scores = DayScores.of(date, boards, mode, now);
        this.roles = boards.get(Roles.BOARD, Partition.ALL);
        boolean live = mode == ScoreMode.LIVE;
        this.streaks = live ? new Streaks(date, boards, now).byEmployee() : Map.of();
        this.open = OpenDay.of(date, boards, live ? now : Instant.MAX);
    }

    static LineMaker of(LocalDate date, Boards boards, ScoreMode mode, Instant now) {
        return new LineMaker(date, boards, mode, now);
    }

    LeaderboardRow line(Employee employee) {
        long id = employee.id();
        Clocked clocked = Clocked.of(shifts.of(id), mode, now);
        Work done = work.of(id);
        long items = scores.items(id);
        BigDecimal score = Decimals.round(scores.points(id), 2);
        Long streak = streak(employee);
        String breakdown = Labels.breakdown(done.podfactoryByType());
        String primary = Labels.primaryDepartment(done.byRole(), roles);
        String department = primary == null ? "No Activity" : primary;
        BigDecimal perMinute = perMinutes(items, BigDecimal.ONE, clocked.minutesOrZero());
        return new LeaderboardRow(
                0,
                id,
                employee.name(),
                items,
                score,
                activeMinutes(id),
                streak,
                clocked.minutes(),
                shifts.of(id).isEmpty() ? null : clocked.clockedIn() ? 1 : 0,
                breakdown,
                breakdown == null ? "No activities" : breakdown,
                primary,
                department,
                Labels.departmentIcon(department),
                Labels.timeWorked(clocked.minutesOrZero()),
                perMinute,
                perMinutes(items, SIXTY, clocked.minutesOrZero()),
                progress(items, clocked.minutesOrZero()),
                clocked.clockedIn() ? "🟢" : "🔴",
                clocked.clockedIn() ? "Active" : "Off",
                Labels.badge(score, streak == null ? 0 : streak, perMinute),
                clocked.openStale());
    }

    Instant nextTick(Employee employee) {
        List<Shift> own = shifts.of(employee.id());
        Instant clock = Clocked.of(own, mode, now).nextTick();
        Instant active = mode == ScoreMode.LIVE && !ended ? open.nextTick(employee.id(), own) : Instant.MAX;
        return clock.isBefore(active) ? clock : active;
    }

    private @Nullable Long streak(Employee employee) {
        return switch (mode) {
            case LIVE -> (long) streaks.getOrDefault(employee.id(), 0);
            case STORED -> employee.currentStreak();
        };
    }

    private long activeMinutes(long employeeId) {
        if (mode == ScoreMode.LIVE && !ended) {
            return open.activeMinutes(employeeId, shifts.of(employeeId));
        }
        return scores.stored(employeeId).map(StoredScore::activeMinutes).orElse(0L);
    }

    private static BigDecimal perMinutes(long items, BigDecimal span, BigDecimal minutes) {
        return minutes.signum() == 0
                ? BigDecimal.ZERO
                : Decimals.divide(BigDecimal.valueOf(items).multiply(span), minutes, 1);
    }

    /** items / (hours × 50) × 100, or of 400 items without a clock. */
    private static BigDecimal progress(long items, BigDecimal minutes) {
        BigDecimal percent = BigDecimal.valueOf(items).multiply(Decimals.HUNDRED);
        BigDecimal reached = minutes.signum() == 0
                ? Decimals.divide(percent, GOAL_WITHOUT_CLOCK, 1)
                : Decimals.divide(percent.multiply(SIXTY), minutes.multiply(GOAL_PER_HOUR), 1);
        return reached.min(Decimals.HUNDRED);
    }
}
