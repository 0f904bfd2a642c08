package hub.testkit.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What an administrator does to a source's binary logs, on purpose or not. */
public record BinaryLogs(Flavor flavor, Connection connection) {

    private static final int ATTEMPTS = 1_000;

    /** Begins a new file. */
    public void rotate() {
        execute("FLUSH BINARY LOGS");
    }

    /** Drops all that was written so far; a file that a dying reader still holds is kept for a while. */
    public void purge() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            rotate();
            execute("PURGE BINARY LOGS TO '" + files().getLast() + "'");
            if (files().size() == 1) {
                return;
            }
        }
        throw new IllegalStateException("somebody still reads the binary logs " + files());
    }

    /** Begins a new history, as after restoring a dump. */
    public void reset() {
        execute(
                switch (flavor) {
                    case MYSQL -> "RESET BINARY LOGS AND GTIDS";
                    case MARIADB -> "RESET MASTER";
                });
    }

    private List<String> files() {
        List<String> files = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW BINARY LOGS")) {
            while (rows.next()) {
                files.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
