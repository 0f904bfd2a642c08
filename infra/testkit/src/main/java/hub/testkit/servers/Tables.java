package hub.testkit.servers;

import hub.mysql.Migrations;
import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;

/** The tables in a database for tests. */
final class Tables {

    private Tables() {}

    /** Those that the legacy owns, as the demo creates them too. */
    static void createLegacy(SourceDatabase database) {
        Migrations.migrateLegacy(settings(database));
    }

    /** The service's own, as it creates them when it starts. */
    static void createOwn(SourceDatabase database) {
        Migrations.migrateOwn(settings(database));
    }

    private static MysqlSettings settings(SourceDatabase database) {
        SourceServer server = database.server();
        return new MysqlSettings(
                server.host(),
                server.port(),
                database.name(),
                server.username(),
                server.password(),
                server.flavor() == Flavor.MARIADB ? SslMode.DISABLED : SslMode.PREFERRED);
    }
}
