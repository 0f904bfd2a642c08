package hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedMariaDbIT {

    private static Workspace workspace;
    private static EmbeddedMariaDb database;

    @BeforeAll
    static void start() {
        workspace = Workspace.create();
        database = EmbeddedMariaDb.startIn(workspace, MariaDbOptions.defaults());
    }

    @AfterAll
    static void stop() {
        database.close();
        assertThat(workspace.directory()).doesNotExist();
    }

    @Test
    void logsWholeRowsWithGtids() throws SQLException {
        assertThat(value(database.root(), "SELECT CONCAT_WS(' ', @@log_bin, @@binlog_format, @@binlog_row_image)"))
                .isEqualTo("ON ROW FULL");
        assertThat(value(database.root(), "SELECT @@gtid_strict_mode")).isEqualTo("1");
        assertThat(value(database.root(), "SELECT @@bind_address")).isEqualTo("127.0.0.1");
    }

    @Test
    void letsTheWriterWriteInTheSchemaAndNowhereElse() throws SQLException {
        try (Connection connection = connect(database.writer());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE w (id INT PRIMARY KEY)");
            assertThat(statement.executeUpdate("INSERT INTO w VALUES (1)")).isEqualTo(1);
            assertThatThrownBy(() -> statement.execute("CREATE DATABASE other")).hasMessageContaining("denied");
        }
    }

    @Test
    void letsTheServiceReadTheBinaryLogAndNotTheUsers() throws SQLException {
        assertThat(value(database.service(), "SHOW MASTER STATUS")).startsWith("binlog.");
        assertThatThrownBy(() -> value(database.service(), "SELECT * FROM mysql.global_priv"))
                .hasMessageContaining("denied");
    }

    @Test
    void saysWhatTheServerPrintedIfItDoesNotStart() {
        MariaDbOptions wrong = MariaDbOptions.defaults().withArguments("--no-such-option");
        Workspace own = Workspace.create();
        assertThatThrownBy(() -> EmbeddedMariaDb.startIn(own, wrong))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("MariaDB did not start")
                .hasMessageContaining("no-such-option");
        assertThat(own.directory()).doesNotExist();
    }

    @Test
    void canBeClosedWhileItStarts() throws Exception {
        Workspace own = Workspace.create();
        Thread starting = Thread.ofPlatform().start(() -> {
            try {
                EmbeddedMariaDb.startIn(own, MariaDbOptions.defaults());
            } catch (EmbeddedServerException expected) {
                // That is what a start that is closed under way throws.
            }
        });
        awaitFileIn(own.directory().resolve("mariadb"));
        own.close();
        starting.join();
        assertThat(own.directory()).doesNotExist();
    }

    private static void awaitFileIn(Path folder) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!Files.exists(folder)
                || !folder.toFile().canRead()
                || folder.toFile().list().length == 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static Connection connect(Account account) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), account.user(), account.password());
    }

    private static String value(Account account, String sql) throws SQLException {
        try (Connection connection = connect(account);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
