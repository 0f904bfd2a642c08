package hub.projections.bottleneck;

import hub.projections.windows.WindowHour.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the windows say of one station.
 *
 * @param workers people with a window that began in the last 30 minutes
 * @param outputRate twice the items of those windows
 * @param todayTotal items of windows that began on the Central day
 * @param lastEnd when the latest of all these windows ended; null without any
 */
record StationFacts(
        Set<Long> workers,
        long outputRate,
        long todayTotal,
        @Nullable Instant lastEnd) {

    /** How long a window counts as current: up to and including this age of its start. */
    static final Duration CURRENT = Duration.ofMinutes(30);

    static StationFacts of(Collection<Window> windows, Instant dayStart, Instant now) {
        Set<Long> workers = new HashSet<>();
        long items = 0;
        long today = 0;
        Instant last = null;
        for (Window window : windows) {
            boolean current = isCurrent(window, now);
            boolean ofToday = !window.start().isBefore(dayStart);
            if (current) {
                workers.add(window.employeeId());
                items += window.items();
            }
            if (ofToday) {
                today += window.items();
            }
            if ((current || ofToday) && (last == null || window.end().isAfter(last))) {
                last = window.end();
            }
        }
        return new StationFacts(workers, items * 2, today, last);
    }

    static boolean isCurrent(Window window, Instant now) {
        return !window.start().isBefore(now.minus(CURRENT));
    }

    /** Whole minutes since the last window ended, 0 while it runs; null without one. */
    @Nullable
    Long minutesSinceLast(Instant now) {
        return lastEnd == null
                ? null
                : Math.max(0, Duration.between(lastEnd, now).toMinutes());
    }
}
