package hub.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One thing that a legacy writer does to the database; each is one transaction. */
sealed interface Happening {

    /** The PodFactory sync: new windows, and windows it reports again with another count. */
    record WindowsSynced(List<Window> windows) implements Happening {}

    /** The Connecteam sync: all of the day's shifts, as they stand at {@code at}. */
    record ShiftsSynced(List<Shift> shifts, Instant at) implements Happening {}

    /** The score calculator: {@code daily_scores} of the day from its activities and clock rows. */
    record ScoresSynced(LocalDate date, Instant at, boolean finalized) implements Happening {}

    /** Someone corrects a count. */
    record ItemsCorrected(String reportId, int items) implements Happening {}

    /** A window was booked on the wrong person. */
    record WindowMoved(String reportId, int toEmployeeId) implements Happening {}

    record WindowDeleted(String reportId) implements Happening {}

    /** The nightly reconciliation: the clock rows of a day are deleted and inserted anew, with new ids. */
    record ShiftsRewritten(Day day) implements Happening {}

    /** The simulated day is over and begins again: everything of it goes. */
    record DayCleared(LocalDate date) implements Happening {}
}
