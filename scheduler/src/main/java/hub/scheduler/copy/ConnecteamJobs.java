package hub.scheduler.copy;

import hub.scheduler.due.Schedule;
import hub.scheduler.due.SwitchDays;
import hub.scheduler.run.CatchUp;
import hub.scheduler.run.Dates;
import hub.scheduler.run.Differences;
import hub.scheduler.run.DoneUpTo;
import hub.scheduler.run.Effect;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobPlan;
import hub.scheduler.run.JobTransaction;
import hub.scheduler.run.JobsDatabase;
import hub.scheduler.run.Run;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The jobs that copy from Connecteam. Of runs that were missed only the newest is made up for: what it fetches is what is
 * so now, of all that may have changed since the last.
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
     * @param shifts for {@code clock_times}: what may have changed since the first instant, at the second
     * @param people for {@code employees}
     * @param days how many past days are looked at for corrections once a night: those that are sealed anew for them
     */
    public static List<Job> of(
            BiFunction<Instant, Instant, Copy> shifts,
            Function<Instant, Copy> people,
            int days,
            JobsDatabase database,
            InstantSource clock) {
        return List.of(
                new Copying(plan("connecteam-shifts", Schedule.every(FIVE_MINUTES), FIVE_MINUTES), run -> {
                    Instant now = clock.instant();
                    LookBack back = LookBack.of(DoneUpTo.before(run, database).orElse(now), run.dueAt(), days);
                    return new Noted(shifts.apply(back.since(), now), back.text());
                }),
                new Copying(
                        plan("connecteam-employees", AT_TWO, Duration.ofHours(12)),
                        run -> people.apply(clock.instant())));
    }

    private static JobPlan plan(String name, Schedule schedule, Duration grace) {
        return new JobPlan(name, schedule, Duration.ZERO, 0, CatchUp.COALESCED, grace, FIVE_MINUTES);
    }

    private interface Source {
        Copy fetch(Run run) throws SQLException;
    }

    /** @param note to be added to what was done */
    private record Noted(Copy copy, String note) implements Copy {

        @Override
        public String write(Connection connection) throws SQLException {
            return copy.write(connection) + note;
        }

        @Override
        public String compare(Connection connection, Consumer<String> differences) throws SQLException {
            return copy.compare(connection, differences) + note;
        }
    }

    private record Copying(JobPlan plan, Source source) implements Job {

        @Override
        public Dates dates() {
            return Dates.TODAY;
        }

        @Override
        public Effect prepare(Run run) throws SQLException {
            Copy copy = source.fetch(run);
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
