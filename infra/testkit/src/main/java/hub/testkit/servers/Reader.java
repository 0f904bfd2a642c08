package hub.testkit.servers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A user of a source who may only read one database, and of whom the server counts what it is asked. */
public record Reader(SourceDatabase database, String username, String password) {

    /** Creates the user, and has the server count from now on. */
    public static Reader create(SourceDatabase database) {
        Reader reader = new Reader(database, "r_" + database.name(), "only-for-tests");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : reader.preparation()) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create " + reader, e);
        }
        return reader;
    }

    private List<String> preparation() {
        String create = "CREATE USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(username, password);
        String grant = "GRANT SELECT ON %s.* TO '%s'@'%%'".formatted(database.name(), username);
        return switch (database.server().flavor()) {
            case MYSQL -> List.of(create, grant); // the performance schema counts by default
            case MARIADB -> List.of(create, grant, "SET GLOBAL userstat = 1");
        };
    }

    /** All connections and statements of that user so far. */
    public long asked(Connection connection) {
        String sql = switch (database.server().flavor()) {
            case MYSQL ->
                "SELECT (SELECT COALESCE(SUM(COUNT_STAR), 0)"
                        + " FROM performance_schema.events_statements_summary_by_user_by_event_name WHERE USER = ?)"
                        + " + (SELECT COALESCE(SUM(TOTAL_CONNECTIONS), 0) FROM performance_schema.users WHERE USER = ?)";
            case MARIADB ->
                "SELECT COALESCE(SUM(SELECT_COMMANDS + UPDATE_COMMANDS + OTHER_COMMANDS), 0)"
                        + " + COALESCE(SUM(TOTAL_CONNECTIONS), 0)"
                        + " FROM information_schema.USER_STATISTICS WHERE USER = ? AND USER = ?";
        };
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, username);
            statement.setString(2, username);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the server does not tell what " + username + " has asked", e);
        }
    }
}
