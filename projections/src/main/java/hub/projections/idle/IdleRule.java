package hub.projections.idle;

import hub.projections.idle.Presence.LastWindow;
import hub.projections.shifts.Shift;
import hub.projections.time.CentralDay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody is idle (domain 4.3). The pause counts from the last window's end, or from the clock-in if that is
 * later: breaks between shifts are nobody's idleness. Idle is who pauses for more minutes than the last window's role
 * allows: a batch role the time its items are worth plus 5 %, at least 3 minutes; another its threshold. Who has done
 * nothing yet may take as long as a picker. At night, and in a shift that somebody forgot to end, nobody is idle.
 */
public final class IdleRule {

    /** The hours of a Chicago clock in which people may be idle: from this one, */
    public static final int FROM_HOUR = 6;

    /** until this one begins. */
    public static final int UNTIL_HOUR = 22;

    private static final long DEFAULT_PAUSE = 5;
    private static final long LEAST_OF_A_BATCH = 3;
    private static final long BATCH_WITHOUT_EXPECTATION = 200;

    private final Instant since;
    private final Instant forgottenFrom;
    private final long employeeId;
    private final boolean worked;
    private final long allowed;

    private IdleRule(Presence presence) {
        LastWindow last = presence.lastWindow();
        this.employeeId = presence.employeeId();
        this.worked = last != null && !last.end().isBefore(presence.clockIn());
        this.since = worked && last != null ? last.end() : presence.clockIn();
        this.allowed = worked && last != null ? allowed(last) : orDefault(presence.pickerPause());
        this.forgottenFrom = presence.clockIn().plus(Shift.LONGEST);
    }

    public static Optional<Idleness> judge(Presence presence, Instant now) {
        return new IdleRule(presence).judge(now);
    }

    /** The next instant at which {@link #judge} may say otherwise by the clock alone; {@link Instant#MAX} = never. */
    public static Instant nextTick(Presence presence, Instant now) {
        IdleRule rule = new IdleRule(presence);
        return Stream.of(
                        rule.since.plus(Duration.ofMinutes(rule.allowed + 1)),
                        rule.since.plus(Duration.ofMinutes(rule.criticalFrom())),
                        rule.forgottenFrom,
                        nextTurn(now))
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private Optional<Idleness> judge(Instant now) {
        long minutes = Duration.between(since, now).toMinutes();
        if (minutes <= allowed || !now.isBefore(forgottenFrom) || isNight(now)) {
            return Optional.empty();
        }
        return Optional.of(new Idleness(
                employeeId,
                since,
                minutes >= criticalFrom() ? Idleness.Severity.CRITICAL : Idleness.Severity.WARNING,
                worked ? Idleness.Status.AFTER_ACTIVITY : Idleness.Status.SINCE_CLOCK_IN));
    }

    /** The first whole minute that is more than half as long again as is allowed. */
    private long criticalFrom() {
        return Math.floorDiv(3 * allowed, 2) + 1;
    }

    private static boolean isNight(Instant now) {
        int hour = CentralDay.wallClockHour(now);
        return hour < FROM_HOUR || hour >= UNTIL_HOUR;
    }

    /** When the night begins or ends. */
    private static Instant nextTurn(Instant now) {
        return CentralDay.of(now).hours().stream()
                .filter(now::isBefore)
                .filter(hour -> isNight(hour) != isNight(now))
                .findFirst()
                .orElse(Instant.MAX);
    }

    private static long allowed(LastWindow last) {
        if (!last.batch()) {
            return orDefault(last.pause());
        }
        BigDecimal expected = last.expectedPerHour();
        if (expected == null || expected.signum() <= 0) {
            return BATCH_WITHOUT_EXPECTATION;
        }
        // items × 60 / expected × 1.05, in whole minutes
        BigDecimal worth = BigDecimal.valueOf(last.items())
                .multiply(BigDecimal.valueOf(63))
                .divide(expected, 0, RoundingMode.DOWN);
        return Math.max(LEAST_OF_A_BATCH, worth.longValue());
    }

    private static long orDefault(@Nullable Long pause) {
        return pause == null ? DEFAULT_PAUSE : pause;
    }
}
