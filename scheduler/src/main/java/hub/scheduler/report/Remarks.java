package hub.scheduler.report;

import hub.projections.shifts.Clocked;
import java.util.ArrayList;
import java.util.List;

/** What a reader should know before relying on a figure. */
final class Remarks {

    private Remarks() {}

    /** @param recorded items of the day in the activity log, at the report's position */
    static List<String> of(Edition edition, long sealed, long recorded, ClockedDay clock) {
        List<String> remarks = new ArrayList<>();
        if (edition.edited()) {
            remarks.add("Somebody changed the stored scores of this day after version " + edition.version()
                    + " was sealed: points and items here are as changed, not as sealed.");
        }
        long atWork =
                clock.byEmployee().values().stream().filter(Clocked::clockedIn).count();
        if (atWork > 0) {
            remarks.add(count(atWork, "person was", "people were")
                    + " still clocked in when the day was sealed; their hours run up to that moment.");
        }
        if (clock.forgotten() > 0) {
            remarks.add(count(clock.forgotten(), "shift was", "shifts were")
                    + " left open for more than 16 hours and "
                    + (clock.forgotten() == 1 ? "counts" : "count") + " 16 hours.");
        }
        if (!edition.edited() && sealed != recorded) {
            remarks.add("The activity log has %+,d items since the seal. %s"
                    .formatted(
                            recorded - sealed,
                            switch (edition.kind()) {
                                case PROVISIONAL -> "The closing version will have them.";
                                case CLOSING, RESTATED -> "Scores change only by a restatement.";
                            }));
        }
        return remarks;
    }

    private static String count(long n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }
}
