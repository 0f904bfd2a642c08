package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.hub.HubProcess;
import hub.testkit.hub.Reply;
import hub.testkit.servers.Gtids;
import hub.testkit.servers.StoreServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Rows 15, 31 and 32: another server takes over with less than the service has seen. A replica lags exactly as far as its
 * server comes after it was cut off, which is the same to the service as a slow link between the two.
 */
final class ReplicaFaults {

    private static final String HERE = "127.0.0.1";
    private static final int LAG_SECONDS = 1;

    private final RealBench real;

    ReplicaFaults(RealBench real) {
        this.real = real;
    }

    List<Fault> all() {
        return List.of(
                new Fault("15", "failover to a MySQL replica that lags", "refused, stale, no jump", this::sourceLags),
                new Fault(
                        "31", "failover to a Redis replica that lags", "goes back with it, re-reads", this::storeLags),
                new Fault("32", "split brain of Redis and of two services", "one history remains", this::splitBrain));
    }

    private String sourceLags(FaultBench bench) {
        try (DockerServer replica = RealBench.mysql("mysql-replica", 4712, List.of());
                Connection there = RealBench.source(HERE, replica.port()).connect("")) {
            execute(there, """
                    CHANGE REPLICATION SOURCE TO SOURCE_HOST = '%s', SOURCE_PORT = 3306, SOURCE_USER = 'root',
                    SOURCE_PASSWORD = '%s', SOURCE_AUTO_POSITION = 1, GET_SOURCE_PUBLIC_KEY = 1""".formatted(
                            real.mysql().address(), bench.database().server().password()));
            execute(there, "START REPLICA");
            Gtids all = Gtids.committed(bench.database().server(), bench.db().connection());
            FaultBench.await(
                    "a replica that has everything",
                    () -> all.isIn(
                            "mysql-gtid:"
                                    + Gtids.committed(bench.database().server(), there)
                                            .position(),
                            there));
            execute(there, "STOP REPLICA");
            bench.write(20);
            bench.awaitLive();
            Reply before = bench.leaderboard();

            bench.source().leadTo(HERE, replica.port());
            bench.awaitState("rebuild-required");
            FaultBench.await("a stale answer", () -> {
                Reply now = bench.leaderboard();
                assertThat(now.status()).isEqualTo(200);
                assertThat(now.header("Hub-Position")).isEqualTo(before.header("Hub-Position"));
                return now.header("Hub-State").equals(Optional.of("stale"));
            });

            bench.source().leadTo(HERE, real.mysql().port());
            bench.rebuildWhenRequired();
            return "refused: another server";
        } catch (SQLException e) {
            throw new IllegalStateException("the replica", e);
        }
    }

    private String storeLags(FaultBench bench) {
        try (DockerServer replica = replicaOfTheStore()) {
            cli(replica, "REPLICAOF", "NO", "ONE");
            long had = bench.sequence();
            bench.write(50);
            bench.awaitLive();
            long lost = bench.sequence() - had;
            assertThat(lost).as("commits that the replica lacks").isPositive();

            real.redis().kill();
            bench.faultEnds();
            bench.store().leadTo(HERE, replica.port());
            bench.underLoad(bench::awaitLive);
            real.redis().start();
            backTo(replica, bench);
            return lost + " commits lost and made again";
        }
    }

    private String splitBrain(FaultBench bench) {
        try (DockerServer replica = replicaOfTheStore()) {
            cli(real.redis(), "CONFIG", "SET", "min-replicas-to-write", "1");
            cli(real.redis(), "CONFIG", "SET", "min-replicas-max-lag", Integer.toString(LAG_SECONDS));
            cli(replica, "REPLICAOF", "NO", "ONE");
            HubProcess other = bench.newProcess(new StoreServer(HERE, replica.port()));
            try {
                bench.underLoad(() -> {
                    FaultBench.await(
                            "the old server's refusal",
                            () -> cli(real.redis(), "SET", "probe", "1").contains("NOREPLICAS"));
                    other.dashboard()
                            .awaitThat(
                                    () -> other.dashboard().pipeline(),
                                    reply -> assertThat(
                                                    reply.json().path("state").asString(""))
                                            .isEqualTo("streaming"));
                    bench.faultEnds();
                    bench.store().leadTo(HERE, replica.port());
                });
                bench.awaitLive();
            } finally {
                other.kill();
            }
            cli(real.redis(), "CONFIG", "SET", "min-replicas-to-write", "0");
            backTo(replica, bench);
            return "the old server refused, its history is gone";
        }
    }

    private DockerServer replicaOfTheStore() {
        DockerServer replica = RealBench.redis("redis-replica");
        copies(replica, real.redis());
        return replica;
    }

    /** The first server has everything again, and is the one that the service writes to. */
    private void backTo(DockerServer replica, FaultBench bench) {
        copies(real.redis(), replica);
        cli(real.redis(), "REPLICAOF", "NO", "ONE");
        bench.store().leadTo(HERE, real.redis().port());
    }

    private static void copies(DockerServer replica, DockerServer from) {
        FaultBench.await(
                "store that has loaded its log",
                () -> cli(replica, "REPLICAOF", from.address(), "6379").startsWith("OK"));
        FaultBench.await(
                "copy of the store", () -> cli(replica, "INFO", "replication").contains("master_link_status:up"));
    }

    private static String cli(DockerServer redis, String... command) {
        String[] all = new String[command.length + 1];
        all[0] = "redis-cli";
        System.arraycopy(command, 0, all, 1, command.length);
        return redis.exec(all);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
