package hub.testkit.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A running MySQL or MariaDB with a binlog in ROW format.
 *
 * @param username may do everything
 */
public record SourceServer(Flavor flavor, String host, int port, String username, String password) {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** A database of its own, named after {@code purpose}, with the legacy tables and no rows. */
    public SourceDatabase freshDatabase(String purpose) {
        String name = purpose + "_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + name + " on " + this, e);
        }
        SourceDatabase database = new SourceDatabase(this, name);
        Tables.createLegacy(database);
        return database;
    }

    /** A connection in UTC to {@code database}, or to none if that is empty. Connector/J speaks to MariaDB too. */
    public Connection connect(String database) throws SQLException {
        String url =
                "jdbc:mysql://%s:%d/%s?sslMode=PREFERRED&allowPublicKeyRetrieval=true".formatted(host, port, database);
        return DriverManager.getConnection(
                url + "&connectionTimeZone=%2B00:00&forceConnectionTimeZoneToSession=true", username, password);
    }

    @Override
    public String toString() {
        return flavor + " at " + host + ":" + port;
    }
}
