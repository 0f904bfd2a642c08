package hub.connecteam;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import hub.embedded.EmbeddedMariaDb;
import hub.mysql.Migrations;
import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The servers of this JVM, each started once, when the first test asks for it. Each test takes a schema of its own. */
record TestServer(String host, int port, String username, String password) {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    static TestServer mariaDb() {
        return MariaDb.SERVER;
    }

    /** Aborts the test where no Docker engine answers, unless the run insists on real servers. */
    static TestServer mysql() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            String reason = "no Docker engine answers, so there is no real MySQL to test on";
            return "true".equals(System.getenv("HUB_REQUIRE_REAL_SERVERS")) ? fail(reason) : abort(reason);
        }
        return Mysql.SERVER;
    }

    /** A new schema with the legacy tables; sessions in a zone that is neither UTC nor Chicago's. */
    Connection freshSchema() throws SQLException {
        String name = "test_" + SCHEMAS.incrementAndGet();
        try (Connection root = connect("mysql");
                Statement sql = root.createStatement()) {
            sql.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        }
        Migrations.migrateLegacy(new MysqlSettings(host, port, name, username, password, SslMode.PREFERRED));
        Connection connection = connect(name);
        execute(connection, "SET time_zone = '+09:00'");
        connection.setAutoCommit(false);
        return connection;
    }

    static void execute(Connection connection, String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** Rows as text, columns separated by a bar. */
    static List<String> rows(Connection connection, String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(row.getString(i)));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        }
    }

    private Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection("jdbc:mysql://" + host + ":" + port + "/" + schema, username, password);
    }

    private static final class MariaDb {
        static final TestServer SERVER = start();

        @SuppressWarnings("resource") // stopped with the JVM
        private static TestServer start() {
            EmbeddedMariaDb server = EmbeddedMariaDb.start();
            return new TestServer(
                    server.host(),
                    server.port(),
                    server.root().user(),
                    server.root().password());
        }
    }

    private static final class Mysql {
        static final TestServer SERVER = start();

        @SuppressWarnings("resource") // stopped with the JVM
        private static TestServer start() {
            MySQLContainer container = new MySQLContainer(DockerImageName.parse("mysql:9.7"))
                    .withDatabaseName("hub")
                    .withUsername("root")
                    .withPassword("hub");
            container.start();
            Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
            return new TestServer(container.getHost(), container.getFirstMappedPort(), "root", "hub");
        }
    }
}
