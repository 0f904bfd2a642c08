package hub.scheduler.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * One thing to be done once.
 *
 * @param key names it within its job: two attempts with one key are attempts at the same run
 * @param dueAt by schedule, or when it was asked for; a job that makes a run that was asked for sees when it began instead
 * @param date the Central day that it is about
 */
public record Run(String job, String key, Instant dueAt, LocalDate date, Cause cause, Mode mode) {

    public enum Cause {
        SCHEDULE,
        /** Due while nobody could run it. */
        CATCH_UP,
        /** An operator asked for it. */
        MANUAL;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Run scheduled(JobPlan plan, Instant due, Mode mode, boolean late) {
        return new Run(
                plan.name(), prefix(mode) + due, due, plan.date(due), late ? Cause.CATCH_UP : Cause.SCHEDULE, mode);
    }

    static Run manual(JobPlan plan, ManualRuns.Wish wish, Mode mode) {
        return new Run(
                plan.name(),
                prefix(mode) + "manual " + wish.idempotencyKey() + " " + wish.date(),
                wish.askedAt().truncatedTo(ChronoUnit.MILLIS),
                wish.date(),
                Cause.MANUAL,
                mode);
    }

    /** The same run, as the job is to see it: made as of that instant, however long ago it was asked for. */
    Run asOf(Instant start) {
        return new Run(job, key, start.truncatedTo(ChronoUnit.MILLIS), date, cause, mode);
    }

    /** What a shadow did is not done: the same run is still to be made once the job is on. */
    static String prefix(Mode mode) {
        return mode == Mode.SHADOW ? "shadow " : "";
    }
}
