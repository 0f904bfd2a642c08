package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.servers.SourceServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Row 25: what the service may do at MySQL changes while it is at work. Wants a service that is a user of its own. */
final class AccessFaults {

    private static final String USER = "'hub'@'%'";
    private static final String PASSWORD = "first";

    /** Of the service. */
    static final Map<String, String> SETTINGS = Map.of("hub.mysql.username", "hub", "hub.mysql.password", PASSWORD);

    private AccessFaults() {}

    /** Makes the user. */
    static void prepare(SourceServer server) {
        try (Connection connection = server.connect("");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE USER " + USER + " IDENTIFIED BY '" + PASSWORD + "'");
            statement.execute("GRANT ALL ON *.* TO " + USER);
        } catch (SQLException e) {
            throw new IllegalStateException("no user for the service", e);
        }
    }

    static List<Fault> all() {
        return List.of(
                new Fault("25", "SELECT is revoked after the snapshot", "streams on, no new snapshot", bench -> {
                    Optional<String> before = generation(bench);
                    bench.sql("REVOKE SELECT ON *.* FROM " + USER);
                    disconnect(bench);
                    bench.underLoad(bench::awaitLive);
                    bench.sql("GRANT SELECT ON *.* TO " + USER);
                    disconnect(bench);
                    bench.write(5);
                    assertThat(generation(bench)).isEqualTo(before);
                    return "streamed on";
                }),
                new Fault("25b", "REPLICATION SLAVE is revoked", "says so, comes back with it", bench -> {
                    bench.sql("REVOKE REPLICATION SLAVE ON *.* FROM " + USER);
                    disconnect(bench);
                    bench.write(5);
                    String seen = Refusals.assertToldAndPatient(bench, "REPLICATION SLAVE");
                    bench.sql("GRANT REPLICATION SLAVE ON *.* TO " + USER);
                    return seen;
                }),
                new Fault("25c", "the password is rotated", "says so, comes back with it", bench -> {
                    bench.sql("ALTER USER " + USER + " IDENTIFIED BY 'second'");
                    disconnect(bench);
                    bench.write(5);
                    String seen = Refusals.assertToldAndPatient(bench, "Access denied for user 'hub'");
                    bench.sql("ALTER USER " + USER + " IDENTIFIED BY '" + PASSWORD + "'");
                    return seen;
                }));
    }

    /** Rights count from the next connection on. */
    private static void disconnect(FaultBench bench) {
        bench.db()
                .rows("SELECT id FROM information_schema.processlist WHERE user = 'hub'")
                .forEach(id -> bench.accepts("KILL " + id));
    }

    private static Optional<String> generation(FaultBench bench) {
        return bench.leaderboard().header("Hub-Generation");
    }
}
