package hub.projections.view;

import hub.projections.board.Horizon;
import java.time.LocalDate;

/** The day lies before what the generation holds: there is no honest number for it here. */
public final class DayNotHeld extends Unanswerable {

    private static final long serialVersionUID = 1;

    private final LocalDate day;
    private final LocalDate firstHeld;

    public DayNotHeld(LocalDate day, LocalDate firstHeld) {
        super("day " + day + " is not held; the first day held is " + firstHeld);
        this.day = day;
        this.firstHeld = firstHeld;
    }

    /** Throws unless boards of {@link hub.projections.board.Board.Retention#HISTORY} hold {@code day}. */
    public static void check(LocalDate day, Horizon horizon) {
        if (day.isBefore(horizon.history())) {
            throw new DayNotHeld(day, horizon.history());
        }
    }

    public LocalDate day() {
        return day;
    }

    public LocalDate firstHeld() {
        return firstHeld;
    }
}
