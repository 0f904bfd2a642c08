package hub.projections.cost;

import hub.projections.cost.EmployeeCost.ClockTime;
import hub.projections.shifts.Clocked;
import hub.projections.shifts.Shift;
import hub.projections.time.CentralDay;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Shifts as the page writes them. */
final class ClockTexts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("hh:mm a", Locale.ENGLISH).withZone(CentralDay.ZONE);

    private ClockTexts() {}

    static ClockTime of(Shift shift, Clocked clocked) {
        Instant out = shift.clockOut();
        String end = out != null ? TIME.format(out) : clocked.clockedIn() ? "Active" : null;
        return new ClockTime(TIME.format(shift.clockIn()), end, clocked.minutesOrZero());
    }
}
