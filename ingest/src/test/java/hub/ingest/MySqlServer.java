package hub.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testcontainers.mysql.MySQLContainer;

/** A real MySQL in a container, with or without GTIDs; one of each for all tests of this JVM. */
record MySqlServer(MySQLContainer container) implements TestServer {

    private static @Nullable MySqlServer gtid;
    private static @Nullable MySqlServer file;

    static synchronized MySqlServer withGtids() {
        if (gtid == null) {
            gtid = start("--gtid-mode=ON", "--enforce-gtid-consistency=ON");
        }
        return gtid;
    }

    static synchronized MySqlServer withoutGtids() {
        if (file == null) {
            file = start();
        }
        return file;
    }

    /** One more, with options of its own; whoever starts it closes it. */
    static MySqlServer start(String... options) {
        List<String> command = new ArrayList<>(List.of(
                "mysqld",
                "--log-bin=binlog",
                "--server-id=1",
                "--default-time-zone=-05:00",
                "--innodb-flush-log-at-trx-commit=0"));
        command.addAll(List.of(options));
        MySQLContainer container = new MySQLContainer("mysql:9.7")
                .withDatabaseName("productivity")
                .withUsername("root")
                .withPassword("secret")
                .withCommand(command.toArray(String[]::new));
        container.start();
        return new MySqlServer(container);
    }

    @Override
    public SourceSettings settings() {
        return new SourceSettings(
                container.getHost(),
                container.getMappedPort(3306),
                "productivity",
                "root",
                "secret",
                Flavor.MYSQL,
                SslMode.PREFERRED,
                SourceSettings.DEFAULT_SERVER_ID);
    }

    @Override
    public Connection connect() throws SQLException {
        return TestServer.jdbc(
                "jdbc:mysql://" + container.getHost() + ":" + container.getMappedPort(3306)
                        + "/productivity?allowMultiQueries=true",
                "root",
                "secret");
    }

    @Override
    public void close() {
        container.stop();
    }
}
