package hub.embedded;

import java.util.List;

/**
 * @param port 0 for any free one
 * @param database the schema that is created and that the accounts may use
 * @param serverId the id in the binary log; replicas and change streams must use others
 * @param arguments further options for {@code mariadbd}, after and thus over the usual ones
 */
public record MariaDbOptions(int port, String database, long serverId, List<String> arguments) {

    public MariaDbOptions {
        arguments = List.copyOf(arguments);
    }

    public static MariaDbOptions defaults() {
        return new MariaDbOptions(0, "productivity", 1, List.of());
    }

    public MariaDbOptions withPort(int wanted) {
        return new MariaDbOptions(wanted, database, serverId, arguments);
    }

    public MariaDbOptions withArguments(String... more) {
        return new MariaDbOptions(port, database, serverId, List.of(more));
    }
}
