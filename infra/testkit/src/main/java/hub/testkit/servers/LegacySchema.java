package hub.testkit.servers;

import hub.mysql.Migrations;
import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;

/** The tables that the legacy owns, as the demo creates them too. */
final class LegacySchema {

    private LegacySchema() {}

    static void create(SourceDatabase database) {
        SourceServer server = database.server();
        Migrations.migrateLegacy(new MysqlSettings(
                server.host(),
                server.port(),
                database.name(),
                server.username(),
                server.password(),
                server.flavor() == Flavor.MARIADB ? SslMode.DISABLED : SslMode.PREFERRED));
    }
}
