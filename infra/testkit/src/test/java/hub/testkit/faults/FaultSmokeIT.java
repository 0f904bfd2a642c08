package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.servers.Servers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The rows of the fault matrix that are quick, on the embedded servers: a minute and a half on a quiet machine. Four are allowed
 * there: more is told, and not failed at, for no test of this project fails because a machine is busy; after eight it is
 * taken to hang. All rows: {@link FaultMatrix}.
 */
class FaultSmokeIT {

    private static final Set<String> QUICK = Set.of(
            "2b", "2c", "9", "9b", "12", "17", "18", "19", "21", "22", "23", "23b", "24", "27", "33", "33b", "37",
            "46");

    private static final Duration ALLOWED = Duration.ofMinutes(4);

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void nothingIsLostOrDoubled() {
        List<Fault> faults = Stream.of(SourceFaults.all(), LogFaults.all(), StoreFaults.all(), ProcessFaults.all())
                .flatMap(List::stream)
                .filter(fault -> QUICK.contains(fault.row()))
                .toList();
        assertThat(faults).hasSameSizeAs(QUICK);
        FaultReport report = new FaultReport();
        long start = System.nanoTime();
        try (FaultBench bench = new FaultBench(Servers.embedded(), 3)) {
            for (Fault fault : faults) {
                if (!report.run(bench, fault)) {
                    break;
                }
            }
        }
        System.out.println(report);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf(
                "the quick rows took %d s%s%n",
                took.toSeconds(),
                took.compareTo(ALLOWED) > 0 ? ", MORE THAN THE " + ALLOWED.toSeconds() + " S THAT ARE ALLOWED" : "");
        assertThat(report.failures()).isEmpty();
    }
}
