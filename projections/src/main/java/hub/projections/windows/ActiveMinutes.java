package hub.projections.windows;

import hub.projections.dimensions.Roles;
import hub.projections.dimensions.Roles.Role;
import hub.projections.shifts.Shift;
import hub.projections.time.Instants;
import hub.projections.windows.WindowHour.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Active minutes of one employee's open day (domain 4.2): clocked minutes less breaks, less idle time. Idle is what a
 * gap between windows exceeds its threshold by, counted only inside shifts, in whole minutes per piece of a shift.
 *
 * <ul>
 *   <li>before the first window: 15 minutes are free;
 *   <li>between windows: what the earlier window's role allows: a batch role the time its items are worth plus 5 %, at
 *       least 3 minutes; a continuous role its idle threshold;
 *   <li>after the last window: the same, a batch role at least 5 minutes; 15 more for cleaning up once clocked out.
 * </ul>
 *
 * Without any shift: ten minutes per window, but not more than the windows are long.
 */
public final class ActiveMinutes {

    private static final BigDecimal START_ALLOWANCE = BigDecimal.valueOf(15);
    private static final BigDecimal CLEAN_UP = BigDecimal.valueOf(15);
    private static final BigDecimal BATCH_MINIMUM = BigDecimal.valueOf(3);
    private static final BigDecimal BATCH_MINIMUM_AT_END = BigDecimal.valueOf(5);
    private static final BigDecimal BATCH_WITHOUT_EXPECTATION = BigDecimal.valueOf(200);
    private static final long CONTINUOUS_DEFAULT = 5;

    private final Roles roles;
    private final Instant now;

    public ActiveMinutes(Roles roles, Instant now) {
        this.roles = roles;
        this.now = now;
    }

    /**
     * @param shifts the employee's shifts of the day, in order of clock-in
     * @param windows the employee's windows of the day, in any order
     */
    public long of(List<Shift> shifts, List<Window> windows) {
        if (windows.isEmpty()) {
            return 0;
        }
        if (shifts.isEmpty()) {
            return withoutShift(windows);
        }
        long clocked = 0;
        for (Shift shift : shifts) {
            clocked += shift.minutes(now) - shift.breakMinutes();
        }
        BigDecimal active = BigDecimal.valueOf(clocked)
                .subtract(idle(shifts, windows).stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        return Math.max(0, active.setScale(0, RoundingMode.FLOOR).longValue());
    }

    /**
     * By how many minutes each pause was too long, in order of time; pauses that were not are left out. Empty without a shift
     * or a window: of work that is not recorded nothing is known.
     *
     * @param shifts see {@link #of}
     * @param unordered the employee's windows of the day, in any order
     */
    public List<BigDecimal> idle(List<Shift> shifts, List<Window> unordered) {
        if (shifts.isEmpty() || unordered.isEmpty()) {
            return List.of();
        }
        List<Window> windows = unordered.stream()
                .sorted(Comparator.comparing(Window::start).thenComparing(Window::id))
                .toList();
        Shift lastShift = shifts.getLast();
        Window first = windows.getFirst();
        Window last = windows.getLast();
        List<BigDecimal> idle = new ArrayList<>();
        idle.add(excess(shifts, shifts.getFirst().clockIn(), first.start(), START_ALLOWANCE));
        for (int i = 1; i < windows.size(); i++) {
            Window previous = windows.get(i - 1);
            idle.add(excess(shifts, previous.end(), windows.get(i).start(), allowance(previous, BATCH_MINIMUM)));
        }
        BigDecimal atEnd = allowance(last, BATCH_MINIMUM_AT_END);
        if (lastShift.clockOut() != null) {
            atEnd = atEnd.add(CLEAN_UP);
        }
        idle.add(excess(shifts, last.end(), lastShift.end(now), atEnd));
        idle.removeIf(minutes -> minutes.signum() == 0);
        return idle;
    }

    /** The next instant at which {@link #of} or {@link #idle} may change by the clock alone. */
    public Instant nextTick(List<Shift> shifts, List<Window> windows) {
        Instant next = Instant.MAX;
        for (Shift shift : shifts) {
            next = Instants.earlier(next, shift.nextTick(now));
            if (shift.running(now)) {
                for (Window window : windows) {
                    next = Instants.earlier(next, minuteAfter(Instants.later(window.end(), shift.clockIn())));
                }
            }
        }
        return next;
    }

    private Instant minuteAfter(Instant start) {
        long elapsed = Math.max(0, Duration.between(start, now).toMinutes());
        return start.plus(Duration.ofMinutes(elapsed + 1));
    }

    private static long withoutShift(List<Window> windows) {
        long length = 0;
        for (Window window : windows) {
            length += Math.max(0, Duration.between(window.start(), window.end()).toMinutes());
        }
        return Math.min(10L * windows.size(), length);
    }

    private BigDecimal excess(List<Shift> shifts, Instant from, Instant to, BigDecimal allowance) {
        long gap = 0;
        for (Shift shift : shifts) {
            Instant start = Instants.later(from, shift.clockIn());
            Instant end = Instants.earlier(to, shift.end(now));
            gap += Math.max(0, Duration.between(start, end).toMinutes());
        }
        return BigDecimal.valueOf(gap).subtract(allowance).max(BigDecimal.ZERO);
    }

    private BigDecimal allowance(Window window, BigDecimal batchMinimum) {
        Role role = roles.find(window.roleId()).orElse(null);
        if (role == null || !role.batch()) {
            return BigDecimal.valueOf(continuousAllowance(role));
        }
        BigDecimal expected = role.expectedPerHour();
        if (expected == null || expected.signum() <= 0) {
            return BATCH_WITHOUT_EXPECTATION;
        }
        // items × 60 / expected × 1.05, multiplied before it is divided
        return BigDecimal.valueOf(window.items())
                .multiply(BigDecimal.valueOf(63))
                .divide(expected, 10, RoundingMode.HALF_UP)
                .max(batchMinimum);
    }

    private static long continuousAllowance(@Nullable Role role) {
        Long threshold = role == null ? null : role.idleThresholdMinutes();
        return threshold == null ? CONTINUOUS_DEFAULT : threshold;
    }
}
