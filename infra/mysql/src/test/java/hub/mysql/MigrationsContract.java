package hub.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the migrations promise on every server. */
abstract class MigrationsContract {

    abstract TestServer server();

    @Test
    void ownTablesAreCreatedBesideOthersAndOnlyOnce() {
        MysqlSettings schema = server().freshSchema();
        TestServer.execute(schema, "CREATE TABLE theirs (id INT PRIMARY KEY)", "INSERT INTO theirs VALUES (7)");

        assertThat(Migrations.migrateOwn(schema)).isEqualTo(4);
        assertThat(Migrations.migrateOwn(schema)).isZero();

        assertThat(tables(schema))
                .contains("theirs", "hub_heartbeat", "hub_job_runs", "hub_seals", "hub_schema_history");
        assertThat(TestServer.query(schema, "SELECT id FROM theirs")).hasSize(1);
    }

    @Test
    void bothSetsShareASchemaInEitherOrder() {
        MysqlSettings legacyFirst = server().freshSchema();
        assertThat(Migrations.migrateLegacy(legacyFirst)).isEqualTo(4);
        assertThat(Migrations.migrateOwn(legacyFirst)).isEqualTo(4);

        MysqlSettings ownFirst = server().freshSchema();
        assertThat(Migrations.migrateOwn(ownFirst)).isEqualTo(4);
        assertThat(Migrations.migrateLegacy(ownFirst)).isEqualTo(4);

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

    @Test
    void whatIsWrongWithTheAddressIsToldWithTheSettingToCorrect() {
        MysqlSettings right = server().freshSchema();
        assertThatThrownBy(() -> Migrations.migrateOwn(
                        new MysqlSettings("127.0.0.1", 1, "hub", right.username(), "", right.sslMode())))
                .isInstanceOf(MigrationFailed.class)
                .hasMessage("cannot migrate db/hub in 127.0.0.1:1/hub as " + right.username()
                        + ": Connection refused; is it running? check hub.mysql.host and hub.mysql.port");
        assertThatThrownBy(() -> Migrations.migrateOwn(new MysqlSettings(
                        right.host(), right.port(), right.database(), right.username(), "wrong", right.sslMode())))
                .hasMessageEndingWith("; check hub.mysql.username and hub.mysql.password");
        assertThatThrownBy(() -> Migrations.migrateOwn(new MysqlSettings(
                        right.host(), right.port(), "nope", right.username(), right.password(), right.sslMode())))
                .hasMessageEndingWith("Unknown database 'nope'; create it, or correct hub.mysql.database");
    }

    private static List<String> tables(MysqlSettings schema) {
        return TestServer.query(
                        schema,
                        "SELECT table_name AS t FROM information_schema.tables WHERE table_schema = '"
                                + schema.database() + "'")
                .stream()
                .map(row -> String.valueOf(row.get("t")))
                .toList();
    }
}
