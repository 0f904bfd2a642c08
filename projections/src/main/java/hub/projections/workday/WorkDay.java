package hub.projections.workday;

import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Roles;
import hub.projections.leaderboard.DayScores;
import hub.projections.leaderboard.OpenDay;
import hub.projections.scores.StoredScores.StoredScore;
import hub.projections.shifts.Clocked;
import hub.projections.shifts.Shift;
import hub.projections.shifts.ShiftDay;
import hub.projections.time.CentralDay;
import hub.projections.time.Instants;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.view.Decimals;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's items, points, clocked and active minutes of one Central day, in one score mode (domain Decisions 1 and 2).
 *
 * <p>Active minutes are derived while the day is open and stored once it has ended; always stored in stored mode.
 */
public final class WorkDay {

    private final LocalDate date;
    private final ShiftDay shifts;
    private final DayScores scores;
    private final ScoreMode mode;
    private final Instant now;
    private final @Nullable OpenDay open;

    private WorkDay(LocalDate date, Boards boards, ScoreMode mode, Instant now) {
        this.date = date;
        this.shifts = boards.get(ShiftDay.BOARD, new Partition.Day(date));
        this.scores = DayScores.of(date, boards, mode, now);
        this.mode = mode;
        this.now = now;
        this.open = derivesActiveMinutes(date, mode, now) ? OpenDay.of(date, boards, now) : null;
    }

    /**
     * What {@link #of} reads.
     *
     * @throws DayNotHeld if {@code date} lies before {@code horizon}
     */
    public static Set<PartitionId> reads(LocalDate date, Horizon horizon, ScoreMode mode, Instant now) {
        DayNotHeld.check(date, horizon);
        Set<PartitionId> reads = new HashSet<>(DayScores.partitions(date, now));
        reads.add(ShiftDay.BOARD.in(new Partition.Day(date)));
        reads.add(Roles.PARTITION);
        if (derivesActiveMinutes(date, mode, now)) {
            reads.addAll(OpenDay.partitions(date, horizon, now));
        }
        return reads;
    }

    public static WorkDay of(LocalDate date, Boards boards, ScoreMode mode, Instant now) {
        return new WorkDay(date, boards, mode, now);
    }

    private static boolean derivesActiveMinutes(LocalDate date, ScoreMode mode, Instant now) {
        return mode == ScoreMode.LIVE && OpenDay.isOpen(date, now);
    }

    /** Everybody for whom this is a day of their score: with a shift or items; in stored mode, with a stored score. */
    public Set<Long> scored() {
        return mode == ScoreMode.STORED ? scores.employees() : worked();
    }

    /** Everybody with a shift or items, active or not. */
    public Set<Long> worked() {
        Set<Long> worked = new HashSet<>(shifts.byEmployee().keySet());
        scores.employees().stream().filter(id -> items(id) > 0).forEach(worked::add);
        return worked;
    }

    /** In order of clock-in. */
    public List<Shift> shifts(long employeeId) {
        return shifts.of(employeeId);
    }

    public Clocked clocked(long employeeId) {
        return Clocked.of(shifts(employeeId), mode, now);
    }

    /** The same of one shift alone. */
    public Clocked clocked(Shift shift) {
        return Clocked.of(List.of(shift), mode, now);
    }

    public long items(long employeeId) {
        return scores.items(employeeId);
    }

    /** Two digits. */
    public BigDecimal points(long employeeId) {
        return Decimals.round(scores.points(employeeId), 2);
    }

    public long activeMinutes(long employeeId) {
        return open == null
                ? scores.stored(employeeId).map(StoredScore::activeMinutes).orElse(0L)
                : open.activeMinutes(employeeId, shifts(employeeId));
    }

    /** Active of clocked minutes, 0 to 1, two digits; 0 without clocked minutes. */
    public BigDecimal efficiency(long employeeId) {
        BigDecimal clocked = clocked(employeeId).minutesOrZero();
        return clocked.signum() <= 0
                ? new BigDecimal("0.00")
                : Decimals.divide(BigDecimal.valueOf(activeMinutes(employeeId)), clocked, 2)
                        .min(new BigDecimal("1.00"));
    }

    /** Everybody with a shift of this day. */
    public Set<Long> clockedIn() {
        return Set.copyOf(shifts.byEmployee().keySet());
    }

    /** The next instant at which anything here changes by the clock alone; {@link Instant#MAX} = never. */
    public Instant nextTick() {
        Instant next = new CentralDay(date).nextEdge(now);
        for (Long employee : shifts.byEmployee().keySet()) {
            next = Instants.earlier(next, nextTick(employee));
        }
        return next;
    }

    /** The same, of one employee. */
    public Instant nextTick(long employeeId) {
        Instant next = Instants.earlier(
                new CentralDay(date).nextEdge(now), clocked(employeeId).nextTick());
        return open == null ? next : Instants.earlier(next, open.nextTick(employeeId, shifts(employeeId)));
    }
}
