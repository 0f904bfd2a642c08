package hub.testkit.servers;

import hub.ingest.SourceSettings;
import hub.ingest.SslMode;
import java.sql.Connection;
import java.sql.SQLException;

/** One database of a server. */
public record SourceDatabase(SourceServer server, String name) {

    /** A new connection in UTC, with auto-commit. */
    public Connection connect() throws SQLException {
        return server.connect(name);
    }

    /** Creates the service's own tables, where the service has not done so yet. */
    public void createOwnTables() {
        Tables.createOwn(this);
    }

    /** How the ingest role is told of it. */
    public SourceSettings asSource(SslMode ssl) {
        return new SourceSettings(
                server.host(),
                server.port(),
                name,
                server.username(),
                server.password(),
                switch (server.flavor()) {
                    case MYSQL -> hub.ingest.Flavor.MYSQL;
                    case MARIADB -> hub.ingest.Flavor.MARIADB;
                },
                ssl,
                SourceSettings.DEFAULT_SERVER_ID);
    }
}
