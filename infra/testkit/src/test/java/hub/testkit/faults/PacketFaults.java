package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Rows 10 and 11 once more, below TCP: the kernel drops packets in the network namespace of the database. A proxy that
 * holds bytes still acknowledges them, which a dead network does not. Needs root; named so that no build runs it.
 */
class PacketFaults {

    private static final Duration HALF_OPEN = Duration.ofSeconds(40);

    @Test
    void nothingIsLostOrDoubled() {
        FaultReport report = new FaultReport();
        try (RealBench real = RealBench.start();
                FaultBench bench = new FaultBench(real.direct(), 3, false, Map.of())) {
            for (Fault fault : faults(real.mysql())) {
                if (!report.run(bench, fault)) {
                    break;
                }
            }
        }
        System.out.println(report);
        assertThat(report.failures()).isEmpty();
    }

    private static List<Fault> faults(DockerServer mysql) {
        return List.of(
                new Fault("10n", "all packets dropped for 40 s, nobody told", "found within 3 heartbeats", bench -> {
                    bench.write(10);
                    bench.awaitState("streaming");
                    drop(mysql, "-I");
                    long before = System.nanoTime();
                    FaultBench.await("another state", () -> !bench.state().equals("streaming"));
                    Duration found = Duration.ofNanos(System.nanoTime() - before);
                    FaultBench.pause(HALF_OPEN.minus(found));
                    drop(mysql, "-D");
                    assertThat(found).isLessThan(SourceFaults.THREE_HEARTBEATS_AND_A_SLOW_MACHINE);
                    bench.reconnect();
                    bench.write(10);
                    return "found after %.0f s".formatted(found.toMillis() / 1000.0);
                }),
                new Fault("11n", "one packet of ten lost for 20 s", "lag, nothing lost", bench -> {
                    drop(mysql, "-I", "-m", "statistic", "--mode", "random", "--probability", "0.1");
                    bench.underLoad(() -> FaultBench.pause(Duration.ofSeconds(20)));
                    drop(mysql, "-D", "-m", "statistic", "--mode", "random", "--probability", "0.1");
                    return "caught up";
                }));
    }

    private static void drop(DockerServer mysql, String how, String... which) {
        for (String[] way : new String[][] {{"INPUT", "--dport"}, {"OUTPUT", "--sport"}}) {
            List<String> rule = new ArrayList<>(List.of("iptables", how, way[0], "-p", "tcp", way[1], "3306"));
            rule.addAll(List.of(which));
            rule.addAll(List.of("-j", "DROP"));
            mysql.inItsNetwork(rule.toArray(String[]::new));
        }
    }
}
