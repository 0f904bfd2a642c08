package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Parity;
import hub.testkit.oracle.Oracle;
import hub.testkit.scenario.Load;
import hub.testkit.scenario.RandomWrites;
import hub.testkit.scenario.Scenario;
import java.sql.SQLTransactionRollbackException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Row 22 of the fault matrix, while others write: the schema changes under the stream, and answers stay what SQL says. */
abstract class SchemaChangeContract extends HubContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");
    private static final List<LocalDate> DAYS = List.of(TODAY.minusDays(1), TODAY);

    /** After each of them the stream goes on. */
    private static final List<String> HARMLESS = List.of(
            "ALTER TABLE activity_logs ADD COLUMN station VARCHAR(20) NOT NULL DEFAULT 'none' FIRST",
            "ALTER TABLE activity_logs MODIFY items_count BIGINT NULL AFTER source",
            "ALTER TABLE activity_logs RENAME COLUMN station TO place",
            "ALTER TABLE clock_times ADD COLUMN device INT, MODIFY total_minutes DECIMAL(14, 2)",
            "ALTER TABLE activity_logs DROP COLUMN place",
            "ALTER TABLE employees MODIFY name VARCHAR(300), DROP COLUMN auth0_password",
            "ALTER TABLE clock_times DROP COLUMN device, ADD INDEX by_person (employee_id, clock_out)");

    SchemaChangeContract() {
        super("schema", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    @Override
    Map<String, String> settings() {
        return Map.of("hub.recovery", "rebuild");
    }

    @Test
    void theSchemaChangesUnderTheStream() {
        long seed = Seeds.next("the schema changes under the stream");
        try (Scenario writer = new Scenario(database)) {
            // With a snapshot for each statement: one of a whole transaction does not survive an ALTER TABLE.
            writer.execute("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
            RandomWrites writes = new RandomWrites(writer, seed, DAYS);
            writes.begin();
            try (Load ignored = new Load(wanted -> write(wanted, writes))) {
                for (String change : HARMLESS) {
                    db.execute(change);
                    service.leaderboard(TODAY);
                }
            }
            assertParity();
            assertThat(service.leaderboard(TODAY).header("Hub-Generation")).contains("1");

            try (Load ignored = new Load(wanted -> write(wanted, writes))) {
                db.execute("CREATE TABLE role_configs_new LIKE role_configs");
                db.execute("INSERT INTO role_configs_new SELECT * FROM role_configs WHERE id <> 2");
                db.execute("RENAME TABLE role_configs TO role_configs_old, role_configs_new TO role_configs");
                dashboard.awaitThat(
                        () -> dashboard.leaderboard(TODAY),
                        reply -> assertThat(reply.header("Hub-Generation")).contains("2"));
            }
            assertParity();
        }
    }

    private void assertParity() {
        Parity parity = new Parity(service, new Oracle(db.connection()), ScoreMode.LIVE);
        DAYS.forEach(parity::assertHolds);
        parity.assertTodayHolds();
    }

    private static void write(BooleanSupplier wanted, RandomWrites writes) {
        while (wanted.getAsBoolean()) {
            try {
                writes.run(3);
            } catch (IllegalStateException e) {
                // A deadlock with the ALTER TABLE: the server has chosen this transaction, and rolled it back.
                if (!(e.getCause() instanceof SQLTransactionRollbackException)) {
                    throw e;
                }
            }
        }
    }
}
