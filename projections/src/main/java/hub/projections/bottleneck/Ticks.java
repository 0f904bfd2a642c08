package hub.projections.bottleneck;

import hub.projections.shifts.Shift;
import hub.projections.shifts.ShiftDay;
import hub.projections.time.CentralDay;
import hub.projections.windows.WindowHour.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** When the clock alone changes the flow: a window grows too old, a minute passes, a shift turns out forgotten. */
final class Ticks {

    private final Instant now;
    private Instant next;

    Ticks(Instant now) {
        this.now = now;
        this.next = CentralDay.of(now).end();
    }

    Instant next(List<Window> windows, Collection<StationFacts> stations, ShiftDay shifts) {
        Instant started = CentralDay.of(now)
                .date()
                .atTime(Diagnosis.STARTED_BY, 0)
                .atZone(CentralDay.ZONE)
                .toInstant();
        at(started);
        for (Window window : windows) {
            // A window is current up to and including this age.
            at(window.start().plus(StationFacts.CURRENT).plusNanos(1));
        }
        for (StationFacts station : stations) {
            Instant last = station.lastEnd();
            if (last != null) {
                long minutes = Math.max(0, Duration.between(last, now).toMinutes());
                at(last.plus(Duration.ofMinutes(minutes + 1)));
            }
        }
        shifts.byEmployee()
                .values()
                .forEach(own -> own.stream()
                        .filter(shift -> shift.running(now))
                        .forEach(shift -> at(shift.clockIn().plus(Shift.LONGEST))));
        return next;
    }

    private void at(Instant instant) {
        if (instant.isAfter(now) && instant.isBefore(next)) {
            next = instant;
        }
    }
}
