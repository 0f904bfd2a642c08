package hub.testkit.faults;

import hub.testkit.servers.Flavor;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceServer;
import hub.testkit.servers.StoreServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** MySQL 9.7 and Redis 8 in containers that can be killed: a redis that appends every second, a source with GTIDs. */
record RealBench(DockerServer mysql, DockerServer redis) implements AutoCloseable {

    private static final String PASSWORD = "only-for-tests";

    static RealBench start() {
        return start(List.of());
    }

    /** @param options of MySQL's container */
    static RealBench start(List<String> options) {
        return new RealBench(mysql("mysql", 4711, options), redis("redis"));
    }

    /** A source that answers. */
    static DockerServer mysql(String purpose, int serverId, List<String> options) {
        List<String> all = new ArrayList<>(List.of("-e", "MYSQL_ROOT_PASSWORD=" + PASSWORD, "-e", "MYSQL_ROOT_HOST=%"));
        all.addAll(options);
        DockerServer mysql = new DockerServer(
                purpose,
                3306,
                all,
                List.of("mysql:9.7", "--gtid-mode=ON", "--enforce-gtid-consistency=ON", "--server-id=" + serverId));
        FaultBench.await(purpose, () -> answers(source("127.0.0.1", mysql.port())));
        return mysql;
    }

    /** A store that answers. */
    static DockerServer redis(String purpose) {
        DockerServer redis = new DockerServer(
                purpose, 6379, List.of(), List.of("redis:8", "redis-server", "--save", "", "--appendonly", "yes"));
        FaultBench.await(purpose, redis::accepts);
        return redis;
    }

    static SourceServer source(String host, int port) {
        return new SourceServer(Flavor.MYSQL, host, port, "root", PASSWORD);
    }

    Servers servers() {
        return new Servers(source("127.0.0.1", mysql.port()), new StoreServer("127.0.0.1", redis.port()));
    }

    /** The same servers past their published ports, where packets can be dropped on the way. */
    Servers direct() {
        return new Servers(source(mysql.address(), 3306), new StoreServer(redis.address(), 6379));
    }

    private static boolean answers(SourceServer server) {
        try (var connection = server.connect("")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        mysql.close();
        redis.close();
    }
}
