package hub.scheduler.copy;

import hub.scheduler.due.Schedule;
import hub.scheduler.due.SwitchDays;
import hub.scheduler.run.CatchUp;
import hub.scheduler.run.Dates;
import hub.scheduler.run.Differences;
import hub.scheduler.run.Effect;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobPlan;
import hub.scheduler.run.JobTransaction;
import hub.scheduler.run.Run;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;

/**
 * The jobs that copy from Connecteam. Of runs that were missed only the newest is made up for: what it fetches is what is
 * so now.
 */
public final class ConnecteamJobs {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    /** In spring 02:00 does not exist, and it is 03:00 then; in autumn it comes once, after the second 01:59. */
    private static final Schedule AT_TWO =
            Schedule.dailyAt(LocalTime.of(2, 0), new SwitchDays(SwitchDays.Gap.RIGHT_AFTER, SwitchDays.Overlap.FIRST));

    private ConnecteamJobs() {}

    /**
     * Each function asks Connecteam what is so at an instant and waits for the whole answer; it throws if there is none.
     *
     * @param shifts for {@code clock_times}
     * @param people for {@code employees}
     */
    public static List<Job> of(Function<Instant, Copy> shifts, Function<Instant, Copy> people, InstantSource clock) {
        return List.of(
                new Copying(plan("connecteam-shifts", Schedule.every(FIVE_MINUTES), FIVE_MINUTES), shifts, clock),
                new Copying(plan("connecteam-employees", AT_TWO, Duration.ofHours(12)), people, clock));
    }

    private static JobPlan plan(String name, Schedule schedule, Duration grace) {
        return new JobPlan(name, schedule, Duration.ZERO, 0, CatchUp.COALESCED, grace, FIVE_MINUTES);
    }

    private record Copying(JobPlan plan, Function<Instant, Copy> source, InstantSource clock) implements Job {

        @Override
        public Dates dates() {
            return Dates.TODAY;
        }

        @Override
        public Effect prepare(Run run) {
            Copy copy = source.apply(clock.instant());
            return new Effect() {
                @Override
                public String write(JobTransaction transaction) throws SQLException {
                    return copy.write(transaction.connection());
                }

                @Override
                public String compare(JobTransaction transaction) throws SQLException {
                    Differences differences = new Differences();
                    return copy.compare(transaction.connection(), differences::add) + differences.text();
                }
            };
        }
    }
}
