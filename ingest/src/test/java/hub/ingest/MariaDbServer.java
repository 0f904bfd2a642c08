package hub.ingest;

import hub.embedded.EmbeddedMariaDb;
import hub.embedded.MariaDbOptions;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The embedded MariaDB, one for all tests of this JVM. */
record MariaDbServer(EmbeddedMariaDb mariaDb) implements TestServer {

    private static @Nullable MariaDbServer shared;

    static synchronized MariaDbServer shared() {
        if (shared == null) {
            // A server zone with daylight saving: nothing may depend on it.
            shared = new MariaDbServer(
                    EmbeddedMariaDb.start(MariaDbOptions.defaults().withArguments("--default-time-zone=-05:00")));
        }
        return shared;
    }

    @Override
    public SourceSettings settings() {
        return new SourceSettings(
                mariaDb.host(),
                mariaDb.port(),
                mariaDb.database(),
                mariaDb.service().user(),
                mariaDb.service().password(),
                Flavor.MARIADB,
                SslMode.DISABLED,
                SourceSettings.DEFAULT_SERVER_ID);
    }

    @Override
    public Connection connect() throws SQLException {
        return TestServer.jdbc(
                mariaDb.jdbcUrl() + "?allowMultiQueries=true",
                mariaDb.root().user(),
                mariaDb.root().password());
    }

    @Override
    public void close() {}
}
