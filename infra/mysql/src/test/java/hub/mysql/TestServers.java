package hub.mysql;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import hub.embedded.EmbeddedMariaDb;
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

        @SuppressWarnings("resource") // stopped with the JVM
        private static TestServer start() {
            EmbeddedMariaDb server = EmbeddedMariaDb.start();
            return new TestServer(
                    server.host(),
                    server.port(),
                    server.root().user(),
                    server.root().password(),
                    SslMode.PREFERRED);
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
