package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.scenario.Activity;
import hub.testkit.scenario.Scenario;
import hub.testkit.servers.BinaryLogs;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Rows 8 to 28: what happens to MySQL and on the way to it. */
final class SourceFaults {

    private static final int MANY_ROWS = 5_000;
    private static final int HALF_OPEN_SECONDS = 30;
    /** From which on the service calls it lag. */
    private static final double BEHIND_SECONDS = 3;

    static final Duration THREE_HEARTBEATS_AND_A_SLOW_MACHINE = Duration.ofSeconds(3 * 5 + 15);

    private SourceFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "9",
                        "RST in the middle of a 5,000-row statement",
                        "read again from its start, nothing twice",
                        bench -> cut(bench, 60_000, () -> bench.db().execute(manyRows(MANY_ROWS)))),
                new Fault(
                        "9b",
                        "RST inside a 50-statement transaction",
                        "resumes at its start",
                        bench -> cut(
                                bench,
                                3_000,
                                () -> bench.db().transaction(() -> {
                                    for (int i = 0; i < 50; i++) {
                                        bench.db().activity(Activity.qcPassed(i).by(1 + i % 12));
                                    }
                                }))),
                new Fault("10", "half-open link for 30 s", "found within 3 heartbeats, heals itself", bench -> {
                    bench.awaitState("streaming");
                    bench.source().holdEverything();
                    bench.write(20);
                    long before = System.nanoTime();
                    FaultBench.await("another state", () -> !bench.state().equals("streaming"));
                    Duration found = Duration.ofNanos(System.nanoTime() - before);
                    FaultBench.pause(Duration.ofSeconds(HALF_OPEN_SECONDS).minus(found));
                    bench.source().heal();
                    assertThat(found).isLessThan(THREE_HEARTBEATS_AND_A_SLOW_MACHINE);
                    return "found after %.0f s".formatted(found.toMillis() / 1000.0);
                }),
                new Fault("11", "a link of 64 kbit/s for 20 s", "lag, nothing lost", bench -> {
                    bench.source().limit(8_000);
                    double[] lag = new double[1];
                    bench.underLoad(() -> lag[0] = longestLag(bench, Duration.ofSeconds(20)));
                    bench.source().heal();
                    assertThat(lag[0]).as("seconds behind").isGreaterThan(BEHIND_SECONDS);
                    bench.awaitLive();
                    FaultBench.await("end of the lag", () -> bench.lag() == 0);
                    return "%.0f s behind, caught up".formatted(lag[0]);
                }),
                new Fault("12", "FLUSH BINARY LOGS 100 times", "no effect", bench -> {
                    BinaryLogs logs = new BinaryLogs(
                            bench.database().server().flavor(), bench.db().connection());
                    for (int i = 0; i < 100; i++) {
                        logs.rotate();
                        if (i % 10 == 0) {
                            bench.write(3);
                        }
                    }
                    return "followed 100 files";
                }),
                new Fault("17", "ROLLBACK and ROLLBACK TO SAVEPOINT", "absent from every board", bench -> {
                    bench.db().rolledBack(() -> insert(bench, 10));
                    bench.db().transaction(() -> {
                        insert(bench, 3);
                        bench.sql("SAVEPOINT s");
                        insert(bench, 5);
                        bench.sql("ROLLBACK TO SAVEPOINT s");
                    });
                    return "absent";
                }),
                new Fault("19", "TRUNCATE of both large tables", "boards empty", bench -> {
                    bench.sql("TRUNCATE TABLE activity_logs");
                    bench.sql("TRUNCATE TABLE clock_times");
                    bench.awaitLive();
                    bench.write(40);
                    return "emptied and filled";
                }),
                new Fault("22", "columns added, dropped, renamed, retyped", "mapping right", bench -> {
                    bench.sql("ALTER TABLE activity_logs ADD COLUMN shadow VARCHAR(9) FIRST");
                    bench.write(10);
                    bench.sql("ALTER TABLE activity_logs RENAME COLUMN shadow TO shade");
                    bench.write(10);
                    bench.sql("ALTER TABLE activity_logs DROP COLUMN shade");
                    bench.sql("ALTER TABLE activity_logs MODIFY items_count BIGINT NULL");
                    bench.write(10);
                    return "streamed on";
                }),
                new Fault("17b", "a transaction is chosen as a deadlock's victim", "absent from every board", bench -> {
                    long one = bench.db().activity(Activity.qcPassed(10).by(1));
                    long other = bench.db().activity(Activity.qcPassed(20).by(2));
                    return deadlocks(bench, one, other) + " deadlock, its victim absent";
                }),
                new Fault("24", "odd DDL on tables that are not captured", "ignored", bench -> {
                    int taken = 0;
                    for (String statement : OddStatements.ALL) {
                        taken += bench.accepts(statement) ? 1 : 0;
                        if (taken % 10 == 0) {
                            bench.write(1);
                        }
                    }
                    assertThat(taken)
                            .as("statements that the server took")
                            .isGreaterThan(OddStatements.ALL.size() * 3 / 4);
                    return "streamed on after " + taken + " of " + OddStatements.ALL.size();
                }),
                new Fault("27b", "the server takes no connections", "back with a pause", bench -> {
                    bench.sql("SET GLOBAL max_connections = 1");
                    killBinlogReader(bench);
                    bench.write(5);
                    String seen = Refusals.assertToldAndPatient(bench, "Too many connections");
                    bench.sql("SET GLOBAL max_connections = 151");
                    return seen;
                }),
                new Fault("27", "KILL of the binlog reader, three times", "back with a pause", bench -> {
                    for (int i = 0; i < 3; i++) {
                        bench.write(5);
                        killBinlogReader(bench);
                        bench.awaitLive();
                    }
                    return "came back";
                }),
                new Fault("28", "the server's time zone and clock jump", "buckets unchanged", bench -> {
                    bench.sql("SET GLOBAL time_zone = '-08:00'");
                    try (Scenario fresh = new Scenario(bench.database())) {
                        fresh.execute("SET SESSION time_zone = '+09:00'");
                        fresh.activity(Activity.qcPassed(4).by(2));
                        fresh.execute("SET SESSION timestamp = UNIX_TIMESTAMP() - 90000");
                        fresh.activity(Activity.qcPassed(6).by(3));
                        fresh.execute("SET SESSION timestamp = UNIX_TIMESTAMP() + 180000");
                        fresh.activity(Activity.qcPassed(8).by(4));
                    }
                    bench.write(10);
                    bench.awaitLive();
                    bench.sql("SET GLOBAL time_zone = 'SYSTEM'");
                    return "unchanged";
                }));
    }

    /** Cuts the stream after so many bytes, which are fewer than what {@code write} puts into it. */
    private static String cut(FaultBench bench, long after, Runnable write) {
        bench.awaitLive();
        long before = bench.source().rowEventsSentAgain();
        bench.source().cutAfter(after);
        write.run();
        FaultBench.await("the cut", () -> bench.source().hasCut());
        bench.awaitLive();
        long again = bench.source().rowEventsSentAgain() - before;
        assertThat(again).as("row events that were sent again").isPositive();
        return "cut, reconnected, " + again + " row events again";
    }

    /** What the service says of itself, asked all the time. */
    static double longestLag(FaultBench bench, Duration during) {
        double longest = 0;
        long end = System.nanoTime() + during.toNanos();
        while (System.nanoTime() < end) {
            longest = Math.max(longest, bench.lag());
            FaultBench.pause(Duration.ofMillis(100));
        }
        return longest;
    }

    private static void killBinlogReader(FaultBench bench) {
        long id = bench.db()
                .number("SELECT COALESCE(MAX(id), 0) FROM information_schema.processlist"
                        + " WHERE command LIKE 'Binlog Dump%'");
        if (id > 0) {
            bench.sql("KILL " + id);
        }
    }

    /** Two transactions want each other's row; the server rolls one of them back. */
    private static long deadlocks(FaultBench bench, long one, long other) {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> victims = List.of(
                    threads.submit(() -> isVictim(bench, one, other, bothHoldOne)),
                    threads.submit(() -> isVictim(bench, other, one, bothHoldOne)));
            long found = 0;
            for (Future<Boolean> victim : victims) {
                found += victim.get() ? 1 : 0;
            }
            assertThat(found).as("victims").isEqualTo(1);
            return found;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isVictim(FaultBench bench, long first, long second, CyclicBarrier bothHoldOne)
            throws Exception {
        String add = "UPDATE activity_logs SET items_count = items_count + 1000 WHERE id = ";
        try (Scenario writer = new Scenario(bench.database())) {
            writer.execute("START TRANSACTION");
            writer.execute(add + first);
            bothHoldOne.await();
            writer.execute(add + second);
            writer.execute("COMMIT");
            return false;
        } catch (IllegalStateException deadlock) {
            return true;
        }
    }

    private static void insert(FaultBench bench, int rows) {
        for (int i = 0; i < rows; i++) {
            bench.db().activity(Activity.qcPassed(777).by(1 + i % 12));
        }
    }

    private static String manyRows(int rows) {
        StringBuilder insert =
                new StringBuilder("INSERT INTO activity_logs (employee_id, items_count, window_start, source) VALUES ");
        for (int i = 0; i < rows; i++) {
            insert.append(i == 0 ? "" : ",")
                    .append("(")
                    .append(1 + i % 12)
                    .append(",")
                    .append(i % 9)
                    .append(",UTC_TIMESTAMP() - INTERVAL ")
                    .append(i % 1440)
                    .append(" MINUTE,'podfactory')");
        }
        return insert.toString();
    }
}
