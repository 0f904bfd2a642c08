package hub.app.roles;

import hub.app.config.Properties;
import hub.app.config.Settings;
import hub.app.config.UsageError;
import hub.connecteam.Connecteam;
import hub.connecteam.ConnecteamSettings;
import hub.connecteam.EmployeeSync;
import hub.connecteam.ShiftSync;
import hub.connecteam.Writing;
import hub.scheduler.due.Schedule;
import hub.scheduler.due.SwitchDays;
import hub.scheduler.run.CatchUp;
import hub.scheduler.run.Dates;
import hub.scheduler.run.Effect;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobPlan;
import hub.scheduler.run.JobTransaction;
import hub.scheduler.run.Mode;
import hub.scheduler.run.Run;
import java.net.URI;
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
final class ConnecteamJobs {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    /** In spring 02:00 does not exist, and it is 03:00 then; in autumn it comes once, after the second 01:59. */
    private static final Schedule AT_TWO =
            Schedule.dailyAt(LocalTime.of(2, 0), new SwitchDays(SwitchDays.Gap.RIGHT_AFTER, SwitchDays.Overlap.FIRST));

    private ConnecteamJobs() {}

    /**
     * None unless {@code hub.connecteam.enabled}.
     *
     * @throws UsageError if a setting is missing or malformed
     */
    static List<Job> of(Settings settings, InstantSource clock) {
        String enabled = settings.text(Properties.CONNECTEAM);
        return switch (enabled) {
            case "false" -> List.of();
            case "true" -> {
                Connecteam connecteam = new Connecteam(settings(settings), clock);
                yield List.of(
                        new Copy(
                                plan("connecteam-shifts", Schedule.every(FIVE_MINUTES), FIVE_MINUTES),
                                new ShiftSync(connecteam)::fetch,
                                clock),
                        new Copy(
                                plan("connecteam-employees", AT_TWO, Duration.ofHours(12)),
                                new EmployeeSync(connecteam)::fetch,
                                clock));
            }
            default ->
                throw new UsageError(Properties.CONNECTEAM.name() + " must be true or false, not \"" + enabled + "\"");
        };
    }

    private static ConnecteamSettings settings(Settings settings) {
        try {
            return new ConnecteamSettings(
                    URI.create(settings.text(Properties.CONNECTEAM_URL)),
                    settings.text(Properties.CONNECTEAM_KEY),
                    settings.text(Properties.CONNECTEAM_CLOCK));
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    private static JobPlan plan(String name, Schedule schedule, Duration grace) {
        return new JobPlan(name, schedule, Duration.ZERO, 0, CatchUp.COALESCED, grace, FIVE_MINUTES);
    }

    private record Copy(JobPlan plan, Function<Instant, Writing> source, InstantSource clock) implements Job {

        /** Whoever enables Connecteam wants this. */
        @Override
        public Mode modeUnlessSet() {
            return Mode.ON;
        }

        @Override
        public Dates dates() {
            return Dates.TODAY;
        }

        @Override
        public Effect prepare(Run run) {
            Writing fetched = source.apply(clock.instant());
            return new Effect() {
                @Override
                public String write(JobTransaction transaction) throws SQLException {
                    return fetched.write(transaction.connection()).summary();
                }

                @Override
                public String compare(JobTransaction transaction) throws SQLException {
                    return fetched.compare(transaction.connection()).summary();
                }
            };
        }
    }
}
