package hub.projections.portal;

import hub.projections.windows.WindowHour.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * For how long somebody has done nothing.
 *
 * @param minutes whole minutes, at most 999
 * @param nextTick when they change by the clock alone
 */
record Idle(long minutes, Instant nextTick) {

    private static final long MOST = 999;

    /** Since the last of {@code windows} ended; 0 while it runs, and without any. */
    static Idle since(List<Window> windows, Instant now) {
        Instant last = windows.stream().map(Window::end).max(Instant::compareTo).orElse(null);
        if (last == null) {
            return new Idle(0, Instant.MAX);
        }
        long minutes = Math.max(0, Duration.between(last, now).toMinutes());
        return minutes >= MOST
                ? new Idle(MOST, Instant.MAX)
                : new Idle(minutes, last.plus(Duration.ofMinutes(minutes + 1)));
    }
}
