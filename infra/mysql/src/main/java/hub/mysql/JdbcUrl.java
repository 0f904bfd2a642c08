package hub.mysql;

/** The JDBC address of a schema. JDBC is used where blocking is right: migrations and {@code doctor}. */
public final class JdbcUrl {

    private JdbcUrl() {}

    /** For Connector/J, which speaks to MariaDB too. The session's zone is UTC; credentials are not part of it. */
    public static String of(MysqlSettings settings) {
        return "jdbc:mysql://" + bracketed(settings.host()) + ":" + settings.port() + "/" + settings.database()
                + "?sslMode=" + settings.sslMode().name()
                // Without TLS, MySQL's default authentication needs the server's key; with TLS this changes nothing.
                + "&allowPublicKeyRetrieval=" + (settings.sslMode() == SslMode.DISABLED)
                + "&connectionTimeZone=%2B00:00&forceConnectionTimeZoneToSession=true"
                + "&connectTimeout=5000&socketTimeout=60000";
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
