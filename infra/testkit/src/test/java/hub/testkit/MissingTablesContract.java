package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.HubCli;
import hub.testkit.hub.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tables that a real database may lack: without one, what it would tell is a problem that names it, from the read models and
 * from MySQL alike; when it comes, answers follow; and one that comes with rows, by a renaming, is never taken for empty.
 */
abstract class MissingTablesContract extends HubContract {

    private static final String TARGETS = "/api/dashboard/departments/targets";
    private static final String GOALS = "/api/employee/1/goals";
    private static final String CREATE = "CREATE TABLE %s (id INT PRIMARY KEY AUTO_INCREMENT,"
            + " department_name VARCHAR(100) NOT NULL, target_rate_per_person DECIMAL(10, 2)) ENGINE = InnoDB";

    MissingTablesContract() {
        super("missing", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    @BeforeEach
    void withoutTargets() {
        db.execute("DROP TABLE IF EXISTS department_targets");
        startFromAnEmptyStore();
    }

    @Test
    void aTableThatComesIsServedFromThenOn() {
        dashboard.awaitThat(() -> dashboard.get(TARGETS), MissingTablesContract::assertMissing);
        assertThat(HubCli.run(database, servers().store(), "doctor").output()).contains("department_targets");

        db.execute(CREATE.formatted("department_targets"));
        dashboard.awaitThat(
                () -> dashboard.get(TARGETS), reply -> assertThat(reply.body()).isEqualTo("[]"));
        db.execute("INSERT INTO department_targets (department_name, target_rate_per_person) VALUES ('Picking', 20)");
        assertThat(service.get(TARGETS).body()).contains("Picking");
        assertThat(service.get(TARGETS).header("Hub-Generation")).contains("1");

        restartHub();
        assertThat(service.get(TARGETS).body()).as("known after a restart").contains("Picking");
    }

    @Test
    void theLastRungSaysTheSame() {
        stopHub();
        startHub(database, Map.of("hub.query.source", "mysql"));
        dashboard.awaitThat(() -> dashboard.get(TARGETS), MissingTablesContract::assertMissing);
        db.execute(CREATE.formatted("department_targets"));
        dashboard.awaitThat(
                () -> dashboard.get(TARGETS), reply -> assertThat(reply.body()).isEqualTo("[]"));
    }

    @Test
    void aTableThatComesWithRowsIsNotTakenForEmpty() {
        dashboard.awaitThat(() -> dashboard.get(TARGETS), MissingTablesContract::assertMissing);
        renameOneWithRows();
        dashboard.awaitThat(dashboard::pipeline, reply -> {
            assertThat(reply.json().path("state").asString("")).as("%s", reply).isEqualTo("rebuild-required");
            assertThat(reply.body()).contains("department_targets came by a renaming");
        });
        dashboard.awaitThat(() -> dashboard.get(TARGETS), MissingTablesContract::assertMissing);
    }

    @Test
    void aTableThatComesWithRowsIsReadByARebuild() {
        stopHub();
        startHub(database, Map.of("hub.recovery", "rebuild"));
        dashboard.awaitThat(() -> dashboard.get(TARGETS), MissingTablesContract::assertMissing);
        renameOneWithRows();
        dashboard.awaitThat(
                () -> dashboard.get(TARGETS), reply -> assertThat(reply.body()).contains("Picking"));
    }

    /** Who cannot take a goal back but by deleting it has active goals only. */
    @Test
    void goalsWithoutTheFlagAreActive() {
        db.execute("ALTER TABLE employee_goals DROP COLUMN is_active");
        db.employees(1);
        db.execute("INSERT INTO employee_goals (employee_id, goal_type, metric) VALUES (1, 'read', 'items_processed')");
        startFromAnEmptyStore();
        assertGoals("read");
        db.execute("INSERT INTO employee_goals (employee_id, goal_type, metric) VALUES (1, 'streamed', 'efficiency')");
        assertGoals("read", "streamed");
        db.execute("DELETE FROM employee_goals WHERE goal_type = 'read'");
        assertGoals("streamed");

        stopHub();
        startHub(database, Map.of("hub.query.source", "mysql"));
        dashboard.awaitThat(
                () -> dashboard.get(GOALS), reply -> assertThat(types(reply)).containsExactly("streamed"));
        stopHub();
        startHub(database, Map.of());

        db.execute("ALTER TABLE employee_goals ADD COLUMN is_active TINYINT(1) NOT NULL DEFAULT 1");
        db.execute(
                "INSERT INTO employee_goals (employee_id, goal_type, is_active) VALUES (1, 'over', 0), (1, 'new', 1)");
        assertGoals("new", "streamed");
        assertThat(service.get(GOALS).header("Hub-Generation")).contains("1");
    }

    private void assertGoals(String... types) {
        assertThat(types(service.get(GOALS))).containsExactly(types);
    }

    private static List<String> types(Reply goals) {
        return goals.json()
                .path("goals")
                .valueStream()
                .map(goal -> goal.path("type").asString(""))
                .toList();
    }

    private void renameOneWithRows() {
        db.execute(CREATE.formatted("targets_of_old"));
        db.execute("INSERT INTO targets_of_old (department_name, target_rate_per_person) VALUES ('Picking', 20)");
        db.execute("RENAME TABLE targets_of_old TO department_targets");
    }

    private static void assertMissing(Reply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(404);
        assertThat(reply.json().path("type").asString("")).isEqualTo("/problems/not-in-source");
        assertThat(reply.json().path("table").asString("")).isEqualTo("department_targets");
    }
}
