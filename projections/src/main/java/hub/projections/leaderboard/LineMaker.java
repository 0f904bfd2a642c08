package hub.projections.leaderboard;

import hub.projections.board.Partition;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.dimensions.Roles;
import hub.projections.leaderboard.LeaderboardDay.Work;
import hub.projections.scores.StoredScores.StoredScore;
import hub.projections.shifts.Clocked;
import hub.projections.shifts.Shift;
import hub.projections.shifts.ShiftDay;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one employee's line from everything that is known of the day. */
final class LineMaker {

    /**
     * @param row its rank is not yet known: 0
     * @param until the next instant at which the row changes by the clock alone
     */
    record Line(LeaderboardRow row, Instant until) {}

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final BigDecimal GOAL_PER_HOUR = BigDecimal.valueOf(50);
    private static final BigDecimal GOAL_WITHOUT_CLOCK = BigDecimal.valueOf(400);

    private final ScoreMode mode;
    private final Instant now;
    private final boolean derivesActiveMinutes;
    private final LeaderboardDay work;
    private final ShiftDay shifts;
    private final DayScores scores;
    private final Roles roles;
    private final PersonalStreaks streaks;
    private final OpenDay open;

    LineMaker(LocalDate date, Boards boards, ScoreMode mode, Instant now) {
        Partition day = new Partition.Day(date);
        this.mode = mode;
        this.now = now;
        this.derivesActiveMinutes = mode == ScoreMode.LIVE && OpenDay.isOpen(date, now);
        this.work = boards.get(LeaderboardDay.BOARD, day);
        this.shifts = boards.get(ShiftDay.BOARD, day);
        this.scores = DayScores.of(date, boards, mode, now);
        this.roles = boards.get(Roles.BOARD, Partition.ALL);
        this.streaks = PersonalStreaks.of(date, boards, mode, now);
        this.open = OpenDay.of(date, boards, mode == ScoreMode.LIVE ? now : Instant.MAX);
    }

    /** Null unless the employee is on the board: with a shift of the day, or items in its score. */
    @Nullable
    Line line(Employee employee) {
        long id = employee.id();
        List<Shift> own = shifts.of(id);
        long items = scores.items(id);
        if (own.isEmpty() && items <= 0) {
            return null;
        }
        Clocked clocked = Clocked.of(own, mode, now);
        Instant active = derivesActiveMinutes ? open.nextTick(id, own) : Instant.MAX;
        return new Line(
                row(
                        employee,
                        items,
                        own,
                        clocked,
                        derivesActiveMinutes ? open.activeMinutes(id, own) : storedMinutes(id)),
                clocked.nextTick().isBefore(active) ? clocked.nextTick() : active);
    }

    private LeaderboardRow row(Employee employee, long items, List<Shift> own, Clocked clocked, long activeMinutes) {
        long id = employee.id();
        Work done = work.of(id);
        BigDecimal score = Decimals.round(scores.points(id), 2);
        Long streak = streaks.of(employee);
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
                activeMinutes,
                streak,
                clocked.minutes(),
                own.isEmpty() ? null : clocked.clockedIn() ? 1 : 0,
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
                clocked.openStale(),
                own.isEmpty(),
                own.stream().anyMatch(Shift::negative));
    }

    private long storedMinutes(long employeeId) {
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
