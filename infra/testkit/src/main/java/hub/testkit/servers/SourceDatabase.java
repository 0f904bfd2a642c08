package hub.testkit.servers;

import java.sql.Connection;
import java.sql.SQLException;

/** One database of a server. */
public record SourceDatabase(SourceServer server, String name) {

    /** A new connection in UTC, with auto-commit. */
    public Connection connect() throws SQLException {
        return server.connect(name);
    }
}
