package hub.scheduler.copy;

import hub.projections.time.CentralDay;
import hub.scheduler.due.Schedule;
import java.time.Instant;
import java.time.LocalTime;

/**
 * From when on shifts are asked for: since the last success, so that an absence loses none of them. The first success after
 * 03:00 looks again at all days that {@code restate-days} is about to look at: what is corrected days later is neither open
 * nor new.
 *
 * @param since the earliest instant of which more may be told than is stored
 * @param nightly whether it is that run
 */
record LookBack(Instant since, boolean nightly) {

    /** Neither skipped nor repeated when the clocks change. */
    private static final Schedule NIGHT = Schedule.dailyAt(LocalTime.of(3, 0));

    /**
     * @param last up to when all is copied
     * @param due of the run that is to be made
     * @param days how many past days are looked at for corrections
     */
    static LookBack of(Instant last, Instant due, int days) {
        if (NIGHT.nextAfter(last).isAfter(due)) {
            return new LookBack(last, false);
        }
        Instant first = new CentralDay(CentralDay.of(due).date().minusDays(days)).start();
        return new LookBack(first.isBefore(last) ? first : last, true);
    }

    /** For the ledger. */
    String text() {
        return nightly ? "; with late corrections" : "";
    }
}
