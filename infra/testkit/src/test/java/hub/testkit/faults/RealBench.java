package hub.testkit.faults;

import hub.testkit.servers.Flavor;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceServer;
import hub.testkit.servers.StoreServer;
import java.sql.SQLException;
import java.util.List;

/** MySQL 9.7 and Redis 8 in containers that can be killed: a redis that appends every second, a source with GTIDs. */
record RealBench(DockerServer mysql, DockerServer redis) implements AutoCloseable {

    private static final String PASSWORD = "only-for-tests";

    static RealBench start() {
        DockerServer mysql = new DockerServer(
                "mysql",
                3306,
                List.of("MYSQL_ROOT_PASSWORD=" + PASSWORD, "MYSQL_ROOT_HOST=%"),
                List.of("mysql:9.7", "--gtid-mode=ON", "--enforce-gtid-consistency=ON", "--server-id=4711"));
        DockerServer redis = new DockerServer(
                "redis", 6379, List.of(), List.of("redis:8", "redis-server", "--save", "", "--appendonly", "yes"));
        RealBench bench = new RealBench(mysql, redis);
        FaultBench.await("MySQL", () -> answers(bench.servers().source()));
        return bench;
    }

    Servers servers() {
        return new Servers(
                new SourceServer(Flavor.MYSQL, "127.0.0.1", mysql.port(), "root", PASSWORD),
                new StoreServer("127.0.0.1", redis.port()));
    }

    /** The same servers past their published ports, where packets can be dropped on the way. */
    Servers direct() {
        return new Servers(
                new SourceServer(Flavor.MYSQL, mysql.address(), 3306, "root", PASSWORD),
                new StoreServer(redis.address(), 6379));
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
