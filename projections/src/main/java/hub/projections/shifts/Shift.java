package hub.projections.shifts;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One shift as clocked. It belongs to the Central day of its clock-in, wholly.
 *
 * @param clockOut null while open
 * @param totalMinutes as the legacy stored it; null if it never did
 * @param breakMinutes 0 if none were recorded
 */
public record Shift(
        long id,
        long employeeId,
        Instant clockIn,
        @Nullable Instant clockOut,
        @Nullable BigDecimal totalMinutes,
        long breakMinutes) {

    /** A shift that is open for longer than this was forgotten: it stops counting here (domain Decision 2). */
    public static final Duration LONGEST = Duration.ofHours(16);

    /** Where the shift ends for computation: its clock-out, or now, but at most {@link #LONGEST} after the clock-in. */
    public Instant end(Instant now) {
        if (clockOut != null) {
            return clockOut;
        }
        Instant limit = clockIn.plus(LONGEST);
        return now.isBefore(limit) ? now : limit;
    }

    /** Whole elapsed minutes up to {@link #end}; a shift that ends before it began has none. */
    public long minutes(Instant now) {
        return Math.max(0, Duration.between(clockIn, end(now)).toMinutes());
    }

    /** Whether it ends before it began, as no shift can (domain 5, row 12). */
    public boolean negative() {
        return clockOut != null && clockOut.isBefore(clockIn);
    }

    /** Whether somebody is working on it now. */
    public boolean running(Instant now) {
        return clockOut == null && !forgotten(now);
    }

    /** Open beyond any plausible length. */
    public boolean forgotten(Instant now) {
        return clockOut == null && !now.isBefore(clockIn.plus(LONGEST));
    }

    /** When it is forgotten, if nobody clocks out; {@link Instant#MAX} = never, or already. */
    Instant forgottenAt(Instant now) {
        return running(now) ? clockIn.plus(LONGEST) : Instant.MAX;
    }

    /** The next instant at which {@link #minutes} changes if no row does; {@link Instant#MAX} = never. */
    public Instant nextTick(Instant now) {
        if (!running(now)) {
            return Instant.MAX;
        }
        return clockIn.plus(Duration.ofMinutes(minutes(now) + 1));
    }
}
