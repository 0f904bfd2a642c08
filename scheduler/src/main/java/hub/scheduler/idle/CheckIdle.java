package hub.scheduler.idle;

import hub.projections.idle.IdleRule;
import hub.projections.idle.Idleness;
import hub.scheduler.due.Schedule;
import hub.scheduler.run.CatchUp;
import hub.scheduler.run.Dates;
import hub.scheduler.run.Effect;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobPlan;
import hub.scheduler.run.JobTransaction;
import hub.scheduler.run.Run;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a record of idleness in {@code hub_alerts}: one row per episode, closed when it is over. The last run of the evening
 * closes what is left. What readers see does not come from here: see {@link hub.projections.idle.IdleNow}.
 */
public final class CheckIdle implements Job {

    private static final Duration PERIOD = Duration.ofMinutes(5);
    /** So that the last run of the evening is made up for in the night, however the clocks change in it. */
    private static final Duration GRACE = Duration.ofHours(10);

    private static final JobPlan PLAN = new JobPlan(
            "check-idle",
            Schedule.every(PERIOD, IdleRule.FROM_HOUR, IdleRule.UNTIL_HOUR),
            Duration.ZERO,
            0,
            CatchUp.COALESCED,
            GRACE,
            Duration.ofMinutes(4));

    @Override
    public JobPlan plan() {
        return PLAN;
    }

    @Override
    public Dates dates() {
        return Dates.TODAY;
    }

    @Override
    public Effect prepare(Run run) {
        return new Effect() {
            @Override
            public String write(JobTransaction transaction) throws SQLException {
                return new Alerts(transaction.connection(), run.dueAt()).bringUpToDate(idle(run, transaction), true);
            }

            @Override
            public String compare(JobTransaction transaction) throws SQLException {
                return new Alerts(transaction.connection(), run.dueAt()).bringUpToDate(idle(run, transaction), false);
            }
        };
    }

    private static List<Idleness> idle(Run run, JobTransaction transaction) throws SQLException {
        if (isLastOfTheDay(run)) {
            return List.of();
        }
        return Presences.at(transaction.connection(), run.dueAt()).stream()
                .map(presence -> IdleRule.judge(presence, run.dueAt()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isLastOfTheDay(Run run) {
        return Duration.between(run.dueAt(), PLAN.schedule().nextAfter(run.dueAt()))
                        .compareTo(PERIOD)
                > 0;
    }
}
