package hub.projections.shifts;

import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the clock says of one employee's day (domain Decision 2).
 *
 * @param minutes live: whole minutes of all shifts, open ones up to now; stored: the sum of {@code total_minutes}; null
 *     without a shift (stored: without any stored value)
 * @param clockedIn whether somebody is at work; a forgotten shift counts only in stored mode, as in the legacy
 * @param openStale whether a shift was forgotten
 * @param nextTick the next instant at which this changes by itself; {@link Instant#MAX} = never
 */
public record Clocked(@Nullable BigDecimal minutes, boolean clockedIn, boolean openStale, Instant nextTick) {

    private static final Clocked NO_SHIFT = new Clocked(null, false, false, Instant.MAX);

    public static Clocked of(List<Shift> shifts, ScoreMode mode, Instant now) {
        if (shifts.isEmpty()) {
            return NO_SHIFT;
        }
        boolean forgotten = shifts.stream().anyMatch(shift -> shift.forgotten(now));
        return switch (mode) {
            case LIVE ->
                new Clocked(
                        BigDecimal.valueOf(
                                shifts.stream().mapToLong(s -> s.minutes(now)).sum()),
                        shifts.stream().anyMatch(shift -> shift.running(now)),
                        forgotten,
                        shifts.stream()
                                .map(shift -> shift.nextTick(now))
                                .min(Instant::compareTo)
                                .orElse(Instant.MAX));
            case STORED ->
                new Clocked(
                        storedMinutes(shifts),
                        shifts.stream().anyMatch(shift -> shift.clockOut() == null),
                        forgotten,
                        shifts.stream()
                                .map(shift -> shift.forgottenAt(now))
                                .min(Instant::compareTo)
                                .orElse(Instant.MAX));
        };
    }

    /** The minutes, zero without any. */
    public BigDecimal minutesOrZero() {
        return minutes == null ? BigDecimal.ZERO : minutes;
    }

    private static @Nullable BigDecimal storedMinutes(List<Shift> shifts) {
        BigDecimal sum = null;
        for (Shift shift : shifts) {
            BigDecimal stored = shift.totalMinutes();
            if (stored != null) {
                sum = sum == null ? stored : sum.add(stored);
            }
        }
        return sum;
    }
}
