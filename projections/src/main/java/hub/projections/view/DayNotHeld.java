package hub.projections.view;

import java.time.LocalDate;

/** The day lies before what the generation holds: there is no honest number for it here. */
public final class DayNotHeld extends RuntimeException {

    private final LocalDate day;
    private final LocalDate firstHeld;

    public DayNotHeld(LocalDate day, LocalDate firstHeld) {
        super("day " + day + " is not held; the first day held is " + firstHeld, null, false, false);
        this.day = day;
        this.firstHeld = firstHeld;
    }

    public LocalDate day() {
        return day;
    }

    public LocalDate firstHeld() {
        return firstHeld;
    }
}
