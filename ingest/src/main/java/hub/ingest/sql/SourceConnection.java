package hub.ingest.sql;

import hub.ingest.Flavor;
import hub.ingest.SourceSettings;
import hub.ingest.SslMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** One JDBC connection to the source, in UTC, that never writes. Not thread-safe. */
public final class SourceConnection implements AutoCloseable {

    private static final String TIMEOUT_MILLIS = "10000";

    private final Flavor flavor;
    private final Connection connection;

    private SourceConnection(Flavor flavor, Connection connection) {
        this.flavor = flavor;
        this.connection = connection;
    }

    /** @throws SQLException if the server cannot be reached or refuses the user */
    public static SourceConnection open(SourceSettings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.username());
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", TIMEOUT_MILLIS);
        properties.setProperty("sslMode", sslMode(settings));
        if (settings.flavor() == Flavor.MYSQL && settings.sslMode() == SslMode.DISABLED) {
            properties.setProperty("allowPublicKeyRetrieval", "true");
        }
        Connection connection = DriverManager.getConnection(url(settings), properties);
        SourceConnection source = new SourceConnection(settings.flavor(), connection);
        try {
            source.execute("SET SESSION time_zone = '+00:00'");
            return source;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static String url(SourceSettings settings) {
        String scheme = switch (settings.flavor()) {
            case MYSQL -> "jdbc:mysql";
            case MARIADB -> "jdbc:mariadb";
        };
        return scheme + "://" + settings.host() + ":" + settings.port() + "/" + settings.database();
    }

    private static String sslMode(SourceSettings settings) {
        return switch (settings.flavor()) {
            case MYSQL -> settings.sslMode().name();
            case MARIADB ->
                switch (settings.sslMode()) {
                    case DISABLED, PREFERRED -> "disable";
                    case REQUIRED -> "trust";
                    case VERIFY_CA -> "verify-ca";
                    case VERIFY_IDENTITY -> "verify-full";
                };
        };
    }

    Flavor flavor() {
        return flavor;
    }

    Connection jdbc() {
        return connection;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, if there is one and it is not null. */
    Optional<String> text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }

    /** The server's global variables, by lower-case name. */
    Map<String, String> variables() throws SQLException {
        Map<String, String> variables = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW GLOBAL VARIABLES")) {
            while (rows.next()) {
                variables.put(rows.getString(1).toLowerCase(Locale.ROOT), rows.getString(2));
            }
        }
        return variables;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
