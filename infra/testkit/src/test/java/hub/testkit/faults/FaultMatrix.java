package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.servers.Servers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The whole matrix on MySQL and Redis in containers, as a table. Named so that no build runs it; CONTRIBUTING tells how.
 * {@code -Dhub.test.rows=1,9,33} selects rows.
 */
class FaultMatrix {

    @Test
    void nothingIsLostOrDoubled() {
        List<String> only = Stream.of(System.getProperty("hub.test.rows", "").split(","))
                .filter(row -> !row.isBlank())
                .toList();
        FaultReport report = new FaultReport();
        try (RealBench real = RealBench.start()) {
            Servers servers = real.servers();
            List<Fault> faults = Stream.of(
                            ServerFaults.all(real.mysql(), real.redis()),
                            SourceFaults.all(),
                            LogFaults.all(),
                            StoreFaults.all(),
                            ProcessFaults.all())
                    .flatMap(List::stream)
                    .filter(fault -> only.isEmpty() || only.contains(fault.row()))
                    .toList();
            FaultBench bench = new FaultBench(servers, 3);
            for (Fault fault : faults) {
                if (!report.run(bench, fault)) {
                    bench.close();
                    bench = new FaultBench(servers, 3);
                }
            }
            bench.close();
        }
        System.out.println(report);
        assertThat(report.failures()).isEmpty();
    }
}
