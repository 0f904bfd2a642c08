package hub.testkit.servers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What a server has committed, in its own words, and whether one such position contains another, by its own rules. */
public record Gtids(SourceServer server, String position) {

    /** Everything that is committed right now. */
    public static Gtids committed(SourceServer server, Connection connection) {
        String variable = switch (server.flavor()) {
            case MYSQL -> "@@GLOBAL.gtid_executed";
            case MARIADB -> "@@GLOBAL.gtid_binlog_pos";
        };
        return new Gtids(server, ask(connection, "SELECT " + variable).replace("\n", ""));
    }

    /** Whether {@code printed}, the position in an answer of the service, contains all of this. */
    public boolean isIn(String printed, Connection connection) {
        String other = printed.substring(printed.indexOf(':') + 1);
        return switch (server.flavor()) {
            case MYSQL ->
                printed.startsWith("mysql-gtid:")
                        && ask(connection, "SELECT GTID_SUBSET(?, ?)", position, other)
                                .equals("1");
            case MARIADB -> printed.startsWith("mariadb-gtid:") && reached(sequences(position), sequences(other));
        };
    }

    private static boolean reached(Map<String, Long> wanted, Map<String, Long> seen) {
        return wanted.entrySet().stream()
                .allMatch(domain -> seen.getOrDefault(domain.getKey(), -1L) >= domain.getValue());
    }

    /** MariaDB counts within each replication domain: {@code domain-server-sequence,…}. */
    private static Map<String, Long> sequences(String position) {
        return Arrays.stream(position.split(",", -1))
                .map(gtid -> gtid.split("-", -1))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Long.valueOf(parts[2]), Math::max));
    }

    private static String ask(Connection connection, String sql, String... arguments) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the server does not tell its position", e);
        }
    }
}
