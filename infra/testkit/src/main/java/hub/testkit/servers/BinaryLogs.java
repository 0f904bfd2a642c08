package hub.testkit.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an administrator does to a source's binary logs, on purpose or not. */
public record BinaryLogs(Flavor flavor, Connection connection) {

    private static final int ATTEMPTS = 1_000;
    private static final Pattern TABLE = Pattern.compile("table_id: \\d+ \\((\\w+)\\.(\\w+)\\)");

    /** Begins a new file. */
    public void rotate() {
        execute("FLUSH BINARY LOGS");
    }

    /** Begins a new file, and tells its name. */
    public String begin() {
        rotate();
        return files().getLast();
    }

    /** The tables of that schema that were written since that file began. */
    public Set<String> written(String file, String schema) {
        Set<String> tables = new TreeSet<>();
        List<String> all = files();
        for (String each : all.subList(all.indexOf(file), all.size())) {
            try (Statement statement = connection.createStatement();
                    ResultSet event = statement.executeQuery("SHOW BINLOG EVENTS IN '" + each + "'")) {
                while (event.next()) {
                    Matcher table = TABLE.matcher(event.getString("Info"));
                    if (table.find() && table.group(1).equals(schema)) {
                        tables.add(table.group(2));
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return tables;
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
