package hub.scheduler.run;

import hub.mysql.JdbcUrl;
import hub.mysql.MysqlSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Connections of the jobs' user, one per piece of work. A job runs a few times an hour at most, so none are kept.
 */
public final class JobsDatabase {

    /**
     * A transaction whose process has stopped holds its locks no longer than this: then the server ends its session. Whole
     * seconds, as the server counts.
     */
    static final Duration SILENT_AT_MOST = Duration.ofSeconds(30);

    /** How long a row that another transaction holds is waited for. */
    static final Duration LOCK_WAIT = Duration.ofSeconds(3);

    private static final String MARIADB_POSITION = "SELECT BINLOG_GTID_POS("
            + "(SELECT variable_value FROM information_schema.session_status"
            + " WHERE variable_name = 'BINLOG_SNAPSHOT_FILE'),"
            + "(SELECT CAST(variable_value AS UNSIGNED) FROM information_schema.session_status"
            + " WHERE variable_name = 'BINLOG_SNAPSHOT_POSITION'))";
    private static final String MYSQL_POSITION = "SELECT IF(@@GLOBAL.gtid_mode = 'ON', @@GLOBAL.gtid_executed, '')";

    private final MysqlSettings settings;
    private final Duration silentAtMost;

    public JobsDatabase(MysqlSettings settings) {
        this(settings, SILENT_AT_MOST);
    }

    JobsDatabase(MysqlSettings settings, Duration silentAtMost) {
        this.settings = settings;
        this.silentAtMost = silentAtMost;
    }

    /** A new connection without a transaction; its session is in UTC. */
    public Connection connect() throws SQLException {
        String session = "&sessionVariables=wait_timeout=" + silentAtMost.toSeconds() + ",innodb_lock_wait_timeout="
                + LOCK_WAIT.toSeconds();
        return DriverManager.getConnection(JdbcUrl.of(settings) + session, settings.username(), settings.password());
    }

    /** How long the session may be silent before the server ends it, in place of {@link #SILENT_AT_MOST}. */
    public static void staySilentAtMost(Connection connection, Duration silence) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET SESSION wait_timeout = " + Math.max(1, silence.toSeconds()));
        }
    }

    /**
     * Opens a transaction over a consistent snapshot.
     *
     * @return a position that the snapshot contains. MySQL's set of executed transactions grows only after the engine has
     *     committed, so it is read first; MariaDB tells the position of an open snapshot. Empty without GTIDs.
     */
    static String openSnapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.rollback();
        boolean mariaDb = connection.getMetaData().getDatabaseProductVersion().contains("MariaDB");
        String position = mariaDb ? "" : text(connection, MYSQL_POSITION);
        try (Statement sql = connection.createStatement()) {
            sql.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
        }
        return (mariaDb ? text(connection, MARIADB_POSITION) : position).replaceAll("\\s", "");
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            String text = row.next() ? row.getString(1) : "";
            return text == null ? "" : text;
        }
    }
}
