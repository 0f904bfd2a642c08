package hub.testkit.servers;

import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/** MySQL and Redis in containers, set up as a production source is: GTIDs, row images in full. */
final class RealServers {

    private static final String MYSQL_IMAGE = "mysql:9.7";
    private static final String REDIS_IMAGE = "redis:8";
    private static final String PASSWORD = "only-for-tests";

    static final Once<Servers> START = new Once<>(RealServers::start);

    private RealServers() {}

    @SuppressWarnings("resource") // they live as long as the JVM
    private static Servers start() {
        GenericContainer<?> redis = new GenericContainer<>(DockerImageName.parse(REDIS_IMAGE))
                .withExposedPorts(6379)
                .withCommand("redis-server", "--save", "", "--appendonly", "no")
                .waitingFor(Wait.forListeningPort())
                .withStartupTimeout(Duration.ofMinutes(1));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(redis::stop));
        SourceServer source = source();
        redis.start();
        return new Servers(source, new StoreServer(redis.getHost(), redis.getMappedPort(6379)));
    }

    /** A MySQL of its own; lives as long as the JVM. */
    static SourceServer source() {
        return source("ON");
    }

    /** One whose positions are files and offsets. */
    static SourceServer sourceWithoutGtids() {
        return source("OFF");
    }

    @SuppressWarnings("resource")
    private static SourceServer source(String gtids) {
        MySQLContainer mysql = new MySQLContainer(DockerImageName.parse(MYSQL_IMAGE))
                .withUsername("root")
                .withPassword(PASSWORD)
                .withCommand(
                        "--gtid-mode=" + gtids,
                        "--enforce-gtid-consistency=" + gtids,
                        "--binlog-format=ROW",
                        "--binlog-row-image=FULL",
                        "--server-id=4711",
                        // Tests commit one row at a time; durability against power loss is not what they are about.
                        "--innodb-flush-log-at-trx-commit=2",
                        "--sync-binlog=0");
        // For engines where Testcontainers' own reaper cannot run.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(mysql::stop));
        mysql.start();
        return new SourceServer(Flavor.MYSQL, mysql.getHost(), mysql.getMappedPort(3306), "root", PASSWORD);
    }
}
