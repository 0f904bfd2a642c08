package hub.testkit;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.CaughtUp;
import hub.testkit.hub.HubProcess;
import hub.testkit.hub.Parity;
import hub.testkit.oracle.Oracle;
import hub.testkit.scenario.Load;
import hub.testkit.scenario.RandomWrites;
import hub.testkit.scenario.Scenario;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceDatabase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** {@code kill -9} at any moment costs time and nothing else. */
abstract class KillContract {

    private static final int PARITY_EVERY = 5;

    abstract Servers servers();

    /** How often the service is killed. */
    abstract int rounds();

    /** Half of the instants lie while it follows the writes, half while it starts, fills or catches up. */
    @Test
    void afterAnyKillTheAnswersEqualSql() throws Exception {
        long seed = Seeds.next("after any kill the answers equal SQL");
        LocalDate today = LocalDate.now(ZoneId.of("America/Chicago"));
        List<LocalDate> days = today.minusDays(2).datesUntil(today.plusDays(1)).toList();
        SourceDatabase database = servers().source().freshDatabase("kill");
        servers().store().wipe();
        try (Scenario db = new Scenario(database);
                Scenario other = new Scenario(database)) {
            RandomWrites writes = new RandomWrites(db, seed, days);
            writes.begin();
            long starting = System.nanoTime();
            HubProcess hub = HubProcess.start(database, servers().store(), ScoreMode.LIVE);
            try {
                new CaughtUp(other, hub.dashboard()).leaderboard(today);
                int startMillis = (int) ((System.nanoTime() - starting) / 1_000_000);
                Random instants = new Random(seed);
                for (int round = 1; round <= rounds(); round++) {
                    try (Load ignored = new Load(wanted -> writeWhile(wanted, writes))) {
                        // The sleeps choose the instant of the kill; nothing is waited for with them.
                        if (instants.nextBoolean()) {
                            new CaughtUp(other, hub.dashboard()).leaderboard(today);
                            Thread.sleep(instants.nextInt(1_000));
                        } else {
                            Thread.sleep(instants.nextInt(startMillis));
                        }
                        hub.kill();
                    }
                    hub = HubProcess.start(database, servers().store(), ScoreMode.LIVE);
                    if (round % PARITY_EVERY == 0 || round == rounds()) {
                        Parity parity = new Parity(
                                new CaughtUp(db, hub.dashboard()), new Oracle(db.connection()), ScoreMode.LIVE);
                        days.forEach(parity::assertHolds);
                    }
                }
            } finally {
                hub.close();
            }
        }
    }

    private static void writeWhile(BooleanSupplier wanted, RandomWrites writes) {
        while (wanted.getAsBoolean()) {
            writes.run(5);
        }
    }
}
