package hub.app.roles;

import hub.app.config.Properties;
import hub.app.config.Settings;
import hub.app.config.UsageError;
import hub.connecteam.Connecteam;
import hub.connecteam.ConnecteamSettings;
import hub.connecteam.EmployeeSync;
import hub.connecteam.ShiftSync;
import hub.connecteam.Writing;
import hub.mysql.MysqlSettings;
import hub.scheduler.copy.Copy;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobsDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Connecteam as its settings name it, for the jobs that copy from it. */
final class ConnecteamJobs {

    private ConnecteamJobs() {}

    /**
     * None unless {@code hub.connecteam.enabled}.
     *
     * @param mysql where the ledger of the jobs is
     * @throws UsageError if a setting is missing or malformed
     */
    static List<Job> of(Settings settings, MysqlSettings mysql, InstantSource clock) {
        String enabled = settings.text(Properties.CONNECTEAM);
        return switch (enabled) {
            case "false" -> List.of();
            case "true" -> {
                Connecteam connecteam = new Connecteam(settings(settings), clock);
                ShiftSync shifts = new ShiftSync(connecteam);
                EmployeeSync people = new EmployeeSync(connecteam);
                yield hub.scheduler.copy.ConnecteamJobs.of(
                        (since, now) -> copy(shifts.fetch(since, now)),
                        now -> copy(people.fetch(now)),
                        settings.number(Properties.RESTATE_DAYS),
                        new JobsDatabase(mysql),
                        clock);
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

    private static Copy copy(Writing fetched) {
        return new Copy() {
            @Override
            public String write(Connection connection) throws SQLException {
                return fetched.write(connection).summary();
            }

            @Override
            public String compare(Connection connection, Consumer<String> differences) throws SQLException {
                return fetched.compare(connection, differences).summary();
            }
        };
    }
}
