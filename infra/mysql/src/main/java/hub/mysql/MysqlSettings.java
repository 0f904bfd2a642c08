package hub.mysql;

/**
 * How to reach one MySQL or MariaDB schema as one user.
 *
 * @param host name or address, without a port
 * @param database the schema that holds the captured tables and the service's own
 * @param password kept out of {@link #toString()}
 */
public record MysqlSettings(String host, int port, String database, String username, String password, SslMode sslMode) {

    public MysqlSettings {
        requireText("host", host);
        requireText("database", database);
        requireText("username", username);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("hub.mysql.port is " + port + "; allowed are 1 to 65535");
        }
    }

    /** Server, schema and user, as messages name them. */
    public String target() {
        return host + ":" + port + "/" + database + " as " + username;
    }

    @Override
    public String toString() {
        return target() + " (" + sslMode + ")";
    }

    private static void requireText(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("hub.mysql." + name + " is empty; it must be set");
        }
    }
}
