package hub.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A source server for tests; {@link #sql} runs as root, each statement in its own transaction. */
interface TestServer extends AutoCloseable {

    SourceSettings settings();

    /** The same server as another user sees it. */
    default SourceSettings settingsOf(String user, String password) {
        SourceSettings real = settings();
        return new SourceSettings(
                real.host(),
                real.port(),
                real.database(),
                user,
                password,
                real.flavor(),
                real.sslMode(),
                real.serverId());
    }

    Connection connect() throws SQLException;

    @Override
    void close();

    default void sql(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** One transaction. */
    default void transaction(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    default void createSchema() {
        try (var in = TestServer.class.getResourceAsStream("/schema.sql")) {
            for (String sql : new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";")) {
                sql(sql);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empties every table of the vocabulary, by deletes. */
    default void emptyTables() {
        sql("DROP TABLE IF EXISTS employees, role_configs, activity_logs, clock_times, daily_scores, "
                + "employee_payrates, hub_heartbeat, other_table, role_configs_old");
        createSchema();
    }

    static Connection jdbc(String url, String user, String password) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
