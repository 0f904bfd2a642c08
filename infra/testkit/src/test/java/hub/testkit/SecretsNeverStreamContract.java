package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.scenario.Activity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns that are not captured leave no trace in Redis: neither by the snapshot nor by the stream. */
abstract class SecretsNeverStreamContract extends HubContract {

    private static final String SNAPSHOT_CANARY = "canary-in-the-snapshot-4711";
    private static final String STREAM_CANARY = "canary-in-the-stream-4712";

    SecretsNeverStreamContract() {
        super("secrets", ScoreMode.LIVE, Instant.parse("2026-01-16T18:00:00Z"));
    }

    @Override
    void prepare() {
        db.roles();
        writeSecrets(1, SNAPSHOT_CANARY);
    }

    @Test
    void noSecretReachesRedis() {
        writeSecrets(2, STREAM_CANARY);
        db.execute("UPDATE employees SET auth0_password = ? WHERE id = 1", STREAM_CANARY);
        service.leaderboard(LocalDate.parse("2026-01-15"));

        List<String> values = servers().store().everything();
        assertThat(values).as("the visible name is there").anyMatch(value -> value.contains("Visible 1"));
        assertThat(values).as("the visible name is there").anyMatch(value -> value.contains("Visible 2"));
        assertThat(values).noneMatch(value -> value.contains("canary-in-the-"));
    }

    private void writeSecrets(long id, String canary) {
        db.execute(
                "INSERT INTO employees (id, name, email, personal_email, phone_number, auth0_user_id, auth0_password)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                "Visible " + id,
                "visible-" + id + "@example.org",
                canary + "@example.net",
                canary,
                canary,
                canary);
        db.execute(
                "INSERT INTO employee_podfactory_mapping_v2 (employee_id, podfactory_email, podfactory_name, notes,"
                        + " auth0_user_id, auth0_password) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                "visible-" + id + "@podfactory.example.org",
                "Visible at PodFactory " + id,
                canary,
                canary,
                canary);
        long activity = db.activity(Activity.picking(1).by(id));
        db.execute("UPDATE activity_logs SET report_id = ?, reference_id = ? WHERE id = ?", canary, canary, activity);
    }
}
