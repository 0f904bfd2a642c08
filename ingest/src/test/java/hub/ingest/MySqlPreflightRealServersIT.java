package hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

@EnabledIfDockerAvailable
class MySqlPreflightRealServersIT extends PreflightContract {
    @Override
    TestServer server() {
        return MySqlServer.withGtids();
    }

    /** MySQL 32506: what InnoDB cascades by itself is in no binary log. */
    @Test
    void aCascadeOfTheStorageEngineIsAProblem() {
        try (MySqlServer engine = MySqlServer.start("--innodb-native-foreign-keys=ON")) {
            engine.createSchema();
            engine.sql(
                    "ALTER TABLE clock_times ADD CONSTRAINT falls FOREIGN KEY (employee_id) REFERENCES employees (id)"
                            + " ON DELETE CASCADE");
            assertThat(Preflight.run(engine.settings()).problems())
                    .extracting(Finding::setting, Finding::seen)
                    .containsExactly(Tuple.tuple(
                            "foreign key of productivity.clock_times", "falls ON DELETE CASCADE ON UPDATE NO ACTION"));
        }
    }

    /** dbz#2519: the engine then reads by file and still carries the GTIDs of the snapshot, which never grow. */
    @Test
    void aServerThatIsHalfWayToGtidsIsAProblem() {
        server().sql("SET GLOBAL gtid_mode = ON_PERMISSIVE");
        try {
            assertThat(Preflight.run(server().settings()).problems())
                    .extracting(Finding::setting, Finding::seen)
                    .containsExactly(Tuple.tuple("gtid_mode", "ON_PERMISSIVE"));
        } finally {
            server().sql("SET GLOBAL gtid_mode = ON");
        }
    }

    /** dbz#2227: what is purged is not missing, where the snapshot came after it. */
    @Test
    void purgedTransactionsBeforeTheSnapshotAreNoObstacle() throws Exception {
        server().sql("INSERT INTO employees (name) VALUES ('purged')", "FLUSH BINARY LOGS");
        String last = text("SHOW BINARY LOG STATUS");
        server().sql("PURGE BINARY LOGS TO '" + last + "'");
        assertThat(text("SELECT @@GLOBAL.gtid_purged")).isNotEmpty();
        assertThat(Preflight.run(server().settings()).problems()).isEmpty();
        try (StreamingScenario scenario = new StreamingScenario(server())) {
            scenario.start();
            scenario.awaitStreaming();
            server().sql("INSERT INTO employees (name) VALUES ('Bob')");
            scenario.awaitParity();
            scenario.stop();
            server().sql("INSERT INTO employees (name) VALUES ('Cem')");
            scenario.start();
            scenario.awaitParity();
        }
    }

    private String text(String sql) throws Exception {
        try (var connection = server().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
