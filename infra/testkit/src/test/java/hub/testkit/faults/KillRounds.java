package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The acceptance: {@code kill -9} at random instants under load, and at each named window, on MySQL and Redis in
 * containers. After every round all boards are compared with the rows. Named so that no build runs it; CONTRIBUTING tells
 * how. {@code -Dhub.test.rounds=200 -Dhub.test.window-rounds=40}
 */
@Timeout(value = 24, unit = TimeUnit.HOURS)
class KillRounds {

    private static final int ROUNDS = Integer.getInteger("hub.test.rounds", 200);
    private static final int WINDOW_ROUNDS = Integer.getInteger("hub.test.window-rounds", 40);
    private static final long SEED = Long.getLong("hub.test.seed", 1L);

    private final List<Long> liveAgain = new ArrayList<>();
    private long again;
    private long twice;
    private long lost;
    private long differing;

    @Test
    void noKillLosesOrDoublesAnything() {
        Random instants = new Random(SEED);
        int inFlight = 0;
        try (RealBench real = RealBench.start();
                FaultBench bench = new FaultBench(real.servers(), SEED)) {
            for (int round = 1; round <= ROUNDS; round++) {
                boolean[] busy = new boolean[1];
                bench.underLoad(() -> {
                    FaultBench.pause(Duration.ofMillis(instants.nextInt(1_500)));
                    busy[0] = bench.isTransactionInFlight();
                    bench.kill();
                });
                inFlight += busy[0] ? 1 : 0;
                bench.restartHub();
                measure(bench);
                say("random " + round + " of " + ROUNDS + ", in flight " + inFlight);
            }
            List<Fault> windows = ProcessFaults.all().stream()
                    .filter(fault -> fault.row().startsWith("2"))
                    .toList();
            List<Fault> fills = FillFaults.all();
            for (int round = 1; round <= WINDOW_ROUNDS; round++) {
                List<Fault> all = new ArrayList<>(windows);
                all.add(fills.get(round % fills.size()));
                for (Fault window : all) {
                    window.injection().run(bench);
                    measure(bench);
                    say(window.what() + ", " + round + " of " + WINDOW_ROUNDS);
                }
            }
        }
        say("seed " + SEED);
        assertThat(differing).as("entries that differ").isZero();
        assertThat(inFlight * 10L)
                .as("rounds with a transaction in flight: " + inFlight)
                .isGreaterThanOrEqualTo(8L * ROUNDS);
    }

    private void measure(FaultBench bench) {
        bench.awaitLive();
        liveAgain.add(bench.sinceFault().toMillis());
        again = bench.source().rowEventsSentAgain();
        BoardDifference difference = bench.difference();
        twice += difference.rowsTooMany();
        lost += difference.rowsTooFew();
        differing += difference.entries();
        assertThat(bench.rowCountsThatDiffer()).isEmpty();
    }

    private void say(String done) {
        List<Long> sorted = liveAgain.stream().sorted().toList();
        System.out.printf(
                "%s: row events re-read %d; rows applied twice %d, lost %d; entries that differ %d; from kill to live again"
                        + " p50 %d ms, p95 %d ms%n",
                done, again, twice, lost, differing, quantile(sorted, 50), quantile(sorted, 95));
    }

    private static long quantile(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
