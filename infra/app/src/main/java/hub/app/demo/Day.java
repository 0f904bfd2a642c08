package hub.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What really happens on one Central day: every shift with its end, every window, both by time. */
record Day(LocalDate date, List<Shift> shifts, List<Window> windows) {

    Day {
        shifts = List.copyOf(shifts);
        windows = List.copyOf(windows);
    }

    /** The windows that ended in {@code (after, until]}. */
    List<Window> windowsEnded(Instant after, Instant until) {
        return windows.stream()
                .filter(w -> w.end().isAfter(after) && !w.end().isAfter(until))
                .toList();
    }

    /** The shifts begun by {@code now}, open ones without their end. */
    List<Shift> shiftsSeenAt(Instant now) {
        return shifts.stream()
                .filter(s -> !s.in().isAfter(now))
                .map(s -> s.seenAt(now))
                .toList();
    }
}
