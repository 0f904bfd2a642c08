package hub.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What the migrations promise on every server. */
abstract class MigrationsContract {

    abstract TestServer server();

    @Test
    void ownTablesAreCreatedBesideOthersAndOnlyOnce() {
        MysqlSettings schema = server().freshSchema();
        TestServer.execute(schema, "CREATE TABLE theirs (id INT PRIMARY KEY)", "INSERT INTO theirs VALUES (7)");

        assertThat(Migrations.migrateOwn(schema)).isEqualTo(1);
        assertThat(Migrations.migrateOwn(schema)).isZero();

        assertThat(tables(schema)).containsExactlyInAnyOrder("theirs", "hub_heartbeat", "hub_schema_history");
        assertThat(TestServer.query(schema, "SELECT id FROM theirs")).hasSize(1);
    }

    @Test
    void bothSetsShareASchemaInEitherOrder() {
        MysqlSettings legacyFirst = server().freshSchema();
        assertThat(Migrations.migrateLegacy(legacyFirst)).isEqualTo(2);
        assertThat(Migrations.migrateOwn(legacyFirst)).isEqualTo(1);

        MysqlSettings ownFirst = server().freshSchema();
        assertThat(Migrations.migrateOwn(ownFirst)).isEqualTo(1);
        assertThat(Migrations.migrateLegacy(ownFirst)).isEqualTo(2);

        assertThat(tables(ownFirst))
                .containsExactlyInAnyOrderElementsOf(tables(legacyFirst))
                .contains("employees", "role_configs", "activity_logs", "clock_times", "daily_scores")
                .contains("employee_payrates", "hub_heartbeat");
    }

    @Test
    void aUserWithoutGrantsIsToldWhatIsMissing() {
        MysqlSettings schema = server().freshSchema();
        TestServer.execute(
                schema,
                "CREATE USER IF NOT EXISTS reader@'%' IDENTIFIED BY 'reader'",
                "GRANT SELECT ON " + schema.database() + ".* TO reader@'%'");
        MysqlSettings reader = new MysqlSettings(
                schema.host(), schema.port(), schema.database(), "reader", "reader", schema.sslMode());

        assertThatThrownBy(() -> Migrations.migrateOwn(reader))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining(schema.database() + " as reader")
                .hasMessageContaining("CREATE command denied")
                .hasMessageContaining("the user needs CREATE");
    }

    private static java.util.List<String> tables(MysqlSettings schema) {
        return TestServer.query(
                        schema,
                        "SELECT table_name AS t FROM information_schema.tables WHERE table_schema = '"
                                + schema.database() + "'")
                .stream()
                .map(row -> String.valueOf(row.get("t")))
                .toList();
    }
}
