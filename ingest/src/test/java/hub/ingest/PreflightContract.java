package hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class PreflightContract {

    abstract TestServer server();

    @BeforeEach
    void freshSchema() {
        server().emptyTables();
    }

    @Test
    void aGoodSourcePasses() {
        Findings findings = Preflight.run(server().settings());
        assertThat(findings.problems()).extracting(Finding::line).isEmpty();
    }

    @Test
    void aUserWithTheLeastGrantsPassesAndFills() {
        server().sql("DROP USER IF EXISTS 'least'@'%'", "CREATE USER 'least'@'%' IDENTIFIED BY 'least'");
        Grants.statements(server().settings(), "'least'@'%'").forEach(server()::sql);
        SourceSettings settings = server().settingsOf("least", "least");
        assertThat(Preflight.run(settings).problems()).extracting(Finding::line).isEmpty();
        server().sql("INSERT INTO employees (name) VALUES ('Ann')");
        try (StreamingScenario scenario = new StreamingScenario(new As(server(), settings))) {
            scenario.start();
            scenario.awaitStreaming();
            scenario.awaitParity();
            server().sql("INSERT INTO employees (name) VALUES ('Bob')");
            scenario.awaitParity();
        }
    }

    @Test
    void allProblemsAreListedAtOnce() {
        server().sql(
                        "DROP USER IF EXISTS 'poor'@'%'",
                        "CREATE USER 'poor'@'%' IDENTIFIED BY 'poor'",
                        "GRANT SELECT ON productivity.employees TO 'poor'@'%'",
                        "ALTER TABLE employees DROP COLUMN current_streak");
        assertThat(Preflight.run(server().settingsOf("poor", "poor")).problems())
                .extracting(Finding::setting)
                .contains("privilege REPLICATION SLAVE", "privilege RELOAD")
                .contains("table productivity.activity_logs", "column productivity.employees.current_streak");
    }

    @Test
    void settingsAreNamedWithValueAndWayOut() {
        String seconds = "binlog_expire_logs_seconds";
        server().sql("SET GLOBAL binlog_row_image = MINIMAL", "SET GLOBAL " + seconds + " = 3600");
        try {
            assertThat(Preflight.run(server().settings()).problems())
                    .extracting(Finding::setting, Finding::seen)
                    .contains(
                            org.assertj.core.groups.Tuple.tuple("binlog_row_image", "MINIMAL"),
                            org.assertj.core.groups.Tuple.tuple(seconds, "3600"));
        } finally {
            server().sql("SET GLOBAL binlog_row_image = FULL", "SET GLOBAL " + seconds + " = 0");
        }
    }

    @Test
    void aServerThatIsNotThereAndAUserThatIsRefusedNameTheProperty() {
        assertThat(Preflight.run(server().settingsOf("nobody", "wrong")).problems())
                .extracting(Finding::setting)
                .containsExactly("hub.mysql.username, hub.mysql.password");
        SourceSettings real = server().settings();
        Findings findings = Preflight.run(new SourceSettings(
                real.host(), 1, real.database(), real.username(), real.password(), real.flavor(), real.sslMode(), 7));
        assertThat(findings.unreachable()).isTrue();
    }

    @Test
    void anIdInUseIsFound() {
        SourceSettings real = server().settings();
        assertThat(Preflight.run(new SourceSettings(
                                real.host(),
                                real.port(),
                                real.database(),
                                real.username(),
                                real.password(),
                                real.flavor(),
                                real.sslMode(),
                                1))
                        .problems())
                .extracting(Finding::setting)
                .contains("hub.mysql.server-id");
    }

    /** MySQL 9.6 and later log what their SQL layer cascades; what a storage engine cascades nobody logs. */
    @Test
    void aCascadeIsAProblemWhereItsRowsAreNotLogged() {
        server().sql("ALTER TABLE clock_times ADD CONSTRAINT falls FOREIGN KEY (employee_id) REFERENCES employees (id)"
                + " ON DELETE CASCADE");
        try {
            List<Finding.Problem> problems = Preflight.run(server().settings()).problems();
            if (server().settings().flavor() == Flavor.MYSQL) {
                assertThat(problems).isEmpty();
                assertTheCascadeIsFollowed();
            } else {
                assertThat(problems)
                        .extracting(Finding::setting, Finding::seen)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(
                                "foreign key of productivity.clock_times",
                                "falls ON DELETE CASCADE ON UPDATE RESTRICT"));
            }
        } finally {
            server().sql("ALTER TABLE clock_times DROP FOREIGN KEY falls");
        }
    }

    private void assertTheCascadeIsFollowed() {
        server().sql(
                        "INSERT INTO employees (id, name) VALUES (7, 'Ann')",
                        "INSERT INTO clock_times (employee_id, clock_in) VALUES (7, '2026-01-15 15:00:00')");
        try (StreamingScenario scenario = new StreamingScenario(server())) {
            scenario.start();
            scenario.awaitStreaming();
            scenario.awaitParity();
            server().sql("DELETE FROM employees WHERE id = 7");
            scenario.awaitParity();
        }
    }

    /** The same server, seen by another user. */
    private record As(TestServer server, SourceSettings settings) implements TestServer {
        @Override
        public java.sql.Connection connect() throws java.sql.SQLException {
            return server.connect();
        }

        @Override
        public void close() {}
    }
}
