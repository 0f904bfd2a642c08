package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.scenario.Activity;
import hub.testkit.scenario.Scenario;
import hub.testkit.servers.BinaryLogs;
import hub.testkit.servers.Flavor;
import java.time.Duration;
import java.util.List;

/** Rows 8 to 28: what happens to MySQL and on the way to it. */
final class SourceFaults {

    private static final int MANY_ROWS = 5_000;
    private static final int HALF_OPEN_SECONDS = 30;

    private SourceFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "9",
                        "RST in the middle of a 5,000-row statement",
                        "resumes inside it, nothing twice",
                        bench -> {
                            bench.source().cutAfter(60_000);
                            bench.db().execute(manyRows(MANY_ROWS));
                            FaultBench.await("the cut", () -> bench.source().hasCut());
                            return "cut and reconnected";
                        }),
                new Fault("9b", "RST inside a 50-statement transaction", "resumes at its start", bench -> {
                    bench.db().transaction(() -> {
                        for (int i = 0; i < 50; i++) {
                            bench.db().activity(Activity.qcPassed(i).by(1 + i % 12));
                            if (i == 25) {
                                bench.source().reset();
                            }
                        }
                    });
                    bench.source().reset();
                    return "reset twice";
                }),
                new Fault("10", "half-open link for 30 s", "found within 3 heartbeats, heals itself", bench -> {
                    bench.source().holdEverything();
                    bench.write(20);
                    long before = System.nanoTime();
                    FaultBench.await("another state", () -> !bench.state().equals("streaming"));
                    Duration found = Duration.ofNanos(System.nanoTime() - before);
                    FaultBench.pause(Duration.ofSeconds(HALF_OPEN_SECONDS).minus(found));
                    bench.source().reset();
                    bench.source().heal();
                    assertThat(found).isLessThan(Duration.ofSeconds(60));
                    return "found after %.0f s".formatted(found.toMillis() / 1000.0);
                }),
                new Fault("11", "a link of 64 kbit/s for 20 s", "lag, nothing lost", bench -> {
                    bench.source().limit(8_000);
                    bench.underLoad(() -> FaultBench.pause(Duration.ofSeconds(20)));
                    bench.source().heal();
                    return "caught up";
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
                new Fault("24", "odd DDL on tables that are not captured", "ignored", bench -> {
                    bench.sql("CREATE TABLE odd_one (id INT PRIMARY KEY, v JSON, g GEOMETRY, KEY k ((id + 1)))"
                            .replace(
                                    ", KEY k ((id + 1))",
                                    bench.database().server().flavor() == Flavor.MYSQL ? ", KEY k ((id + 1))" : ""));
                    bench.sql("CREATE VIEW odd_view AS SELECT 1 AS one");
                    bench.sql("ALTER TABLE odd_one ADD COLUMN x INT DEFAULT (1 + 1)");
                    bench.sql("DROP VIEW odd_view");
                    bench.sql("DROP TABLE odd_one");
                    bench.write(5);
                    return "streamed on";
                }),
                new Fault("27", "KILL of the binlog reader, three times", "back with a pause", bench -> {
                    for (int i = 0; i < 3; i++) {
                        bench.write(5);
                        long id = bench.db()
                                .number("SELECT COALESCE(MAX(id), 0) FROM information_schema.processlist"
                                        + " WHERE command LIKE 'Binlog Dump%'");
                        if (id > 0) {
                            bench.sql("KILL " + id);
                        }
                        bench.awaitLive();
                    }
                    return "came back";
                }),
                new Fault("28", "the server's time zone changes", "buckets unchanged", bench -> {
                    bench.sql("SET GLOBAL time_zone = '-08:00'");
                    try (Scenario fresh = new Scenario(bench.database())) {
                        fresh.execute("SET SESSION time_zone = '+09:00'");
                        fresh.activity(Activity.qcPassed(4).by(2));
                    }
                    bench.write(10);
                    bench.awaitLive();
                    bench.sql("SET GLOBAL time_zone = 'SYSTEM'");
                    return "unchanged";
                }));
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
