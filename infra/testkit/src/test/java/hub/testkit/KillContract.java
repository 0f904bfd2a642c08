package hub.testkit;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Fence;
import hub.testkit.hub.HubProcess;
import hub.testkit.hub.Parity;
import hub.testkit.oracle.Oracle;
import hub.testkit.scenario.RandomWrites;
import hub.testkit.scenario.Scenario;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceDatabase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** {@code kill -9} at any moment costs time and nothing else. */
abstract class KillContract {

    private static final int PARITY_EVERY = 5;

    abstract Servers servers();

    /** How often the service is killed. */
    abstract int rounds();

    @Test
    void afterAnyKillTheAnswersEqualSql() throws Exception {
        long seed = Seeds.next("after any kill the answers equal SQL");
        LocalDate today = LocalDate.now(ZoneId.of("America/Chicago"));
        List<LocalDate> days = today.minusDays(2).datesUntil(today.plusDays(1)).toList();
        SourceDatabase database = servers().source().freshDatabase("kill");
        servers().store().wipe();
        try (Scenario db = new Scenario(database)) {
            RandomWrites writes = new RandomWrites(db, seed, days);
            writes.begin();
            HubProcess hub = HubProcess.start(database, servers().store(), ScoreMode.LIVE);
            try {
                long started = System.nanoTime();
                hub.awaitServing();
                int startMillis = (int) ((System.nanoTime() - started) / 1_000_000);
                Random instants = new Random(seed);
                for (int round = 1; round <= rounds(); round++) {
                    killUnderLoad(hub, writes, instants, startMillis);
                    hub = HubProcess.start(database, servers().store(), ScoreMode.LIVE);
                    if (round % PARITY_EVERY == 0 || round == rounds()) {
                        assertParity(hub, db, days);
                    }
                }
            } finally {
                hub.close();
            }
        }
    }

    /** Half of the instants lie while it serves, half while it is still starting, filling or catching up. */
    private static void killUnderLoad(HubProcess hub, RandomWrites writes, Random instants, int startMillis)
            throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
            while (writing.get()) {
                writes.run(5);
            }
        });
        try {
            if (instants.nextBoolean()) {
                hub.awaitServing();
                Thread.sleep(instants.nextInt(1_000));
            } else {
                Thread.sleep(instants.nextInt(startMillis));
            }
            hub.kill();
        } finally {
            writing.set(false);
            load.get();
        }
    }

    private static void assertParity(HubProcess hub, Scenario db, List<LocalDate> days) {
        hub.awaitServing();
        Fence.await(db, hub.dashboard(), days.getFirst().minusDays(7));
        Parity parity = new Parity(hub.dashboard(), new Oracle(db.connection()), ScoreMode.LIVE);
        days.forEach(parity::assertHolds);
    }
}
