package hub.scheduler.seal;

import hub.scheduler.due.Schedule;
import hub.scheduler.run.CatchUp;
import hub.scheduler.run.Effect;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobPlan;
import hub.scheduler.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Seals the running day at 18:00, provisionally: open shifts count until then. Begins only after a settling time, for late
 * data to arrive. Asks MySQL alone, so it does not matter how far the read models are.
 */
public final class FinalizeDaily implements Job {

    static final LocalTime CUT_OFF = LocalTime.of(18, 0);

    private final JobPlan plan;

    /** @param settle how long after 18:00 it begins */
    public FinalizeDaily(Duration settle) {
        plan = new JobPlan(
                "finalize-daily",
                Schedule.dailyAt(CUT_OFF),
                settle,
                0,
                CatchUp.EACH,
                Duration.ofDays(7),
                Duration.ofMinutes(5));
    }

    @Override
    public JobPlan plan() {
        return plan;
    }

    @Override
    public Effect prepare(Run run) {
        return new SealEffect(new Sealing(run.date(), Seal.Kind.PROVISIONAL, evaluatedAt(run)));
    }

    /**
     * Always the cut-off, until which whoever is still here counts, however late the run is made; unless it is asked for
     * earlier in the day. Who has clocked out since counts until then, and closing the day makes up for the rest.
     */
    private static Instant evaluatedAt(Run run) {
        Instant cutOff = cutOff(run.date());
        return run.dueAt().isBefore(cutOff) ? run.dueAt() : cutOff;
    }

    static Instant cutOff(LocalDate date) {
        return date.atTime(CUT_OFF).atZone(hub.projections.time.CentralDay.ZONE).toInstant();
    }
}
