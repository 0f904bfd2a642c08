package hub.scheduler;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import hub.embedded.EmbeddedMariaDb;
import hub.embedded.EmbeddedRedis;
import hub.mysql.JdbcUrl;
import hub.mysql.Migrations;
import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A database and a Redis for one JVM, started when the first test asks for them. */
public record TestServers(MysqlSettings mysql, String redisHost, int redisPort) {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    public static TestServers embedded() {
        return Embedded.SERVERS;
    }

    /** Aborts the test where no Docker engine answers, unless the run insists on real servers. */
    public static TestServers real() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            String reason = "no Docker engine answers, so there are no real servers to test on";
            return "true".equals(System.getenv("HUB_REQUIRE_REAL_SERVERS")) ? fail(reason) : abort(reason);
        }
        return Real.SERVERS;
    }

    /** A new schema with our own tables. */
    public MysqlSettings freshSchema() {
        String name = "jobs_" + SCHEMAS.incrementAndGet();
        try (Connection connection =
                        DriverManager.getConnection(JdbcUrl.of(mysql), mysql.username(), mysql.password());
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        MysqlSettings schema = new MysqlSettings(
                mysql.host(), mysql.port(), name, mysql.username(), mysql.password(), mysql.sslMode());
        Migrations.migrateOwn(schema);
        return schema;
    }

    /** A new schema with the legacy's tables and our own. */
    public MysqlSettings freshWarehouse() {
        MysqlSettings schema = freshSchema();
        Migrations.migrateLegacy(schema);
        return schema;
    }

    private static final class Embedded {
        static final TestServers SERVERS = start();

        @SuppressWarnings("resource") // stopped with the JVM
        private static TestServers start() {
            EmbeddedMariaDb mariaDb = EmbeddedMariaDb.start();
            EmbeddedRedis redis = EmbeddedRedis.start();
            return new TestServers(
                    new MysqlSettings(
                            mariaDb.host(),
                            mariaDb.port(),
                            mariaDb.database(),
                            mariaDb.root().user(),
                            mariaDb.root().password(),
                            SslMode.PREFERRED),
                    redis.host(),
                    redis.port());
        }
    }

    private static final class Real {
        static final TestServers SERVERS = start();

        @SuppressWarnings("resource") // stopped with the JVM
        private static TestServers start() {
            MySQLContainer mysql = new MySQLContainer(DockerImageName.parse("mysql:9.7"))
                    .withDatabaseName("hub")
                    .withUsername("root")
                    .withPassword("hub")
                    .withCommand("--gtid-mode=ON", "--enforce-gtid-consistency=ON");
            GenericContainer<?> redis = new GenericContainer<>(DockerImageName.parse("redis:8")).withExposedPorts(6379);
            mysql.start();
            redis.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                mysql.stop();
                redis.stop();
            }));
            return new TestServers(
                    new MysqlSettings(
                            mysql.getHost(), mysql.getFirstMappedPort(), "hub", "root", "hub", SslMode.PREFERRED),
                    redis.getHost(),
                    redis.getFirstMappedPort());
        }
    }
}
