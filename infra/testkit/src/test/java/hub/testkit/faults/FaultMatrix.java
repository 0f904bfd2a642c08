package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The whole matrix on MySQL and Redis in containers, as a table. Named so that no build runs it; CONTRIBUTING tells how.
 * {@code -Dhub.test.rows=1,9,33} selects rows.
 */
@Timeout(value = 3, unit = TimeUnit.HOURS)
class FaultMatrix {

    private static final long SEED = 3;

    private final List<String> only = Stream.of(
                    System.getProperty("hub.test.rows", "").split(","))
            .filter(row -> !row.isBlank())
            .toList();
    private final FaultReport report = new FaultReport();

    @Test
    void nothingIsLostOrDoubled() {
        try (RealBench real = RealBench.start()) {
            run(
                    real,
                    Map.of(),
                    ServerFaults.all(real.mysql(), real.redis()),
                    SourceFaults.all(),
                    LogFaults.all(),
                    PoisonFaults.all(),
                    StoreFaults.all(),
                    ProcessFaults.all(),
                    FillFaults.all(),
                    new ReplicaFaults(real).all());
            AccessFaults.prepare(real.servers().source());
            run(real, AccessFaults.SETTINGS, AccessFaults.all());
        }
        if (only.isEmpty() || only.stream().anyMatch(row -> row.startsWith("26"))) {
            try (RealBench small = RealBench.start(DiskFaults.SMALL)) {
                run(small, DiskFaults.SETTINGS, new DiskFaults(small.mysql()).all());
            }
        }
        System.out.println(report);
        assertThat(report.failures()).isEmpty();
    }

    @SafeVarargs
    private void run(RealBench real, Map<String, String> settings, List<Fault>... rows) {
        List<Fault> faults = Stream.of(rows)
                .flatMap(List::stream)
                .filter(fault -> only.isEmpty() || only.contains(fault.row()))
                .toList();
        FaultBench bench = null;
        for (Fault fault : faults) {
            if (bench == null) {
                bench = new FaultBench(real.servers(), SEED, true, settings);
            }
            if (!report.run(bench, fault)) {
                bench.close();
                bench = null;
            }
        }
        if (bench != null) {
            bench.close();
        }
    }
}
