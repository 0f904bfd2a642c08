package hub.scheduler.seal;

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
import java.time.LocalTime;

/** Writes, ten minutes after midnight, what the day before came to. */
public final class CloseDay implements Job {

    private static final LocalTime AT = LocalTime.of(0, 10);

    private static final JobPlan PLAN = new JobPlan(
            "close-day",
            Schedule.dailyAt(AT),
            Duration.ZERO,
            1,
            CatchUp.EACH,
            Duration.ofDays(7),
            Duration.ofMinutes(5));

    @Override
    public JobPlan plan() {
        return PLAN;
    }

    @Override
    public Dates dates() {
        return Dates.ENDED;
    }

    @Override
    public Effect prepare(Run run) {
        Instant at = run.date().plusDays(1).atTime(AT).atZone(CentralDay.ZONE).toInstant();
        return new SealEffect(
                new Sealing(run.date(), Seal.Kind.CLOSING, run.dueAt().isBefore(at) ? run.dueAt() : at));
    }
}
