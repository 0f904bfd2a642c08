package hub.scheduler.seal;

import hub.projections.shifts.Shift;
import hub.projections.time.CentralDay;
import hub.scheduler.due.Schedule;
import hub.scheduler.run.CatchUp;
import hub.scheduler.run.Dates;
import hub.scheduler.run.Effect;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobPlan;
import hub.scheduler.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Looks each night at the closed days that may still be corrected, and seals those anew whose record is not what the data
 * says any more. A run that is asked for looks at its one day.
 */
public final class RestateDays implements Job {

    private static final JobPlan PLAN = new JobPlan(
            "restate-days",
            Schedule.dailyAt(LocalTime.of(4, 30)),
            Duration.ZERO,
            1,
            CatchUp.COALESCED,
            Duration.ofHours(20),
            Duration.ofMinutes(10));

    private final int days;

    /** @param days how many days back corrections are looked for; the legacy's nightly rewriting reaches back 14 */
    public RestateDays(int days) {
        this.days = days;
    }

    @Override
    public JobPlan plan() {
        return PLAN;
    }

    @Override
    public Dates dates() {
        return Dates.ENDED;
    }

    /** The earliest day that the first run due after {@code now} looks at, if it looks {@code days} days back. */
    public static LocalDate firstDay(Instant now, int days) {
        return first(PLAN.date(PLAN.schedule().nextAfter(now)), days);
    }

    private static LocalDate first(LocalDate last, int days) {
        return last.minusDays(days - 1L);
    }

    @Override
    public Effect prepare(Run run) {
        LocalDate first = run.cause() == Run.Cause.MANUAL ? run.date() : first(run.date(), days);
        List<Sealing> sealings = first.datesUntil(run.date().plusDays(1))
                .map(date -> new Sealing(date, Seal.Kind.RESTATED, evaluatedAt(date, run.dueAt())))
                .toList();
        return new SealEffect(sealings);
    }

    /** Once no shift of the day can be open any more, always the same instant. */
    private static Instant evaluatedAt(LocalDate date, Instant now) {
        Instant allOver = new CentralDay(date).end().plus(Shift.LONGEST);
        return now.isBefore(allOver) ? now : allOver;
    }
}
