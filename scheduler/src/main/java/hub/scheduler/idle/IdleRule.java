package hub.scheduler.idle;

import hub.scheduler.idle.Presence.LastWindow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody is idle (domain 4.3). The pause counts from the last window's end, or from the clock-in if that is
 * later: breaks between shifts are nobody's idleness. Idle is who pauses for more minutes than the last window's role
 * allows: a batch role the time its items are worth plus 5 %, at least 3 minutes; another its threshold. Who has done
 * nothing yet may take as long as a picker.
 */
final class IdleRule {

    private static final long DEFAULT_PAUSE = 5;
    private static final long LEAST_OF_A_BATCH = 3;
    private static final long BATCH_WITHOUT_EXPECTATION = 200;

    private IdleRule() {}

    static Optional<Idleness> judge(Presence presence, Instant now) {
        LastWindow last = presence.lastWindow();
        boolean worked = last != null && !last.end().isBefore(presence.clockIn());
        Instant since = worked && last != null ? last.end() : presence.clockIn();
        long allowed = worked && last != null ? allowed(last) : orDefault(presence.pickerPause());
        long minutes = Duration.between(since, now).toMinutes();
        if (minutes <= allowed) {
            return Optional.empty();
        }
        return Optional.of(new Idleness(
                presence.employeeId(),
                since,
                // more than half as long again
                2 * minutes > 3 * allowed ? Idleness.Severity.CRITICAL : Idleness.Severity.WARNING,
                worked ? Idleness.Status.AFTER_ACTIVITY : Idleness.Status.SINCE_CLOCK_IN));
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
