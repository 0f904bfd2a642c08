package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.hub.Reply;
import hub.testkit.scenario.Activity;
import java.util.List;

/** Rows 18 to 23 and 46: what the binlog does not tell, tells too early, or tells of strange rows. */
final class LogFaults {

    private LogFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("18", "XA: prepared, then rolled back", "rebuild required, then rebuilt", bench -> {
                    prepared(bench);
                    bench.sql("XA ROLLBACK 'hub'");
                    bench.rebuildWhenRequired();
                    return "refused: rows outside a transaction";
                }),
                new Fault("18b", "XA: prepared, then committed", "the same", bench -> {
                    prepared(bench);
                    bench.sql("XA COMMIT 'hub'");
                    bench.rebuildWhenRequired();
                    return "refused: rows outside a transaction";
                }),
                new Fault("21", "a session's row image is MINIMAL", "found at the event, rebuild required", bench -> {
                    long id = bench.db().activity(Activity.qcPassed(5).by(1));
                    bench.sql("SET SESSION binlog_row_image = 'MINIMAL'");
                    bench.sql("UPDATE activity_logs SET items_count = items_count + 1 WHERE id = " + id);
                    bench.sql("SET SESSION binlog_row_image = 'FULL'");
                    bench.rebuildWhenRequired();
                    return "found: a before-image lacks columns";
                }),
                new Fault("21b", "a session's row image is NOBLOB", "the same", bench -> {
                    bench.sql("INSERT INTO employee_payrates (employee_id, pay_rate, pay_type, effective_date, notes)"
                            + " VALUES (900, 20, 'hourly', '2026-01-01', 'a note')");
                    bench.sql("SET SESSION binlog_row_image = 'NOBLOB'");
                    bench.sql("UPDATE employee_payrates SET pay_rate = pay_rate + 1 WHERE employee_id = 900");
                    bench.sql("SET SESSION binlog_row_image = 'FULL'");
                    bench.rebuildWhenRequired();
                    return "found: a before-image lacks columns";
                }),
                new Fault(
                        "22b", "a copy is renamed into the table's place", "rebuild required, then rebuilt", bench -> {
                            bench.sql("CREATE TABLE clock_times_new LIKE clock_times");
                            bench.sql("INSERT INTO clock_times_new SELECT * FROM clock_times");
                            bench.sql("RENAME TABLE clock_times TO clock_times_old, clock_times_new TO clock_times");
                            bench.rebuildWhenRequired();
                            bench.sql("DROP TABLE clock_times_old");
                            return "found at the rename";
                        }),
                new Fault("23", "DROP and CREATE of a table", "rebuild required, never zeros", bench -> {
                    bench.sql("CREATE TABLE like_roles LIKE role_configs");
                    bench.sql("DROP TABLE role_configs");
                    bench.sql("CREATE TABLE role_configs LIKE like_roles");
                    bench.sql("DROP TABLE like_roles");
                    bench.db().roles();
                    bench.rebuildWhenRequired();
                    return "found at the drop";
                }),
                new Fault("23b", "a table is renamed away for a while", "rebuild required, never zeros", bench -> {
                    Reply before = bench.leaderboard();
                    bench.sql("RENAME TABLE activity_logs TO activity_logs_gone");
                    bench.awaitState("rebuild-required");
                    FaultBench.await("a stale answer", () -> {
                        Reply now = bench.leaderboard();
                        assertThat(now.json().size())
                                .as("rows")
                                .isEqualTo(before.json().size());
                        return now.header("Hub-State").equals(java.util.Optional.of("stale"));
                    });
                    bench.sql("RENAME TABLE activity_logs_gone TO activity_logs");
                    bench.rebuildWhenRequired();
                    return "found by looking, answers stale";
                }),
                new Fault("46", "shifts that end early, never, or overlap", "as SQL counts them", bench -> {
                    bench.sql(shift(1, "NOW() - INTERVAL 1 HOUR", "NOW() - INTERVAL 2 HOUR"));
                    bench.sql(shift(2, "NOW() - INTERVAL 49 HOUR", "NULL"));
                    bench.sql(shift(3, "NOW() - INTERVAL 5 HOUR", "NOW() - INTERVAL 1 HOUR"));
                    bench.sql(shift(3, "NOW() - INTERVAL 3 HOUR", "NOW() + INTERVAL 1 HOUR"));
                    return "as SQL";
                }));
    }

    private static void prepared(FaultBench bench) {
        bench.sql("XA START 'hub'");
        bench.db().activity(Activity.qcPassed(50).by(1));
        bench.sql("XA END 'hub'");
        bench.sql("XA PREPARE 'hub'");
    }

    private static String shift(int employee, String from, String to) {
        return "REPLACE INTO clock_times (employee_id, clock_in, clock_out, total_minutes, source) VALUES (" + employee
                + ", " + from.replace("NOW()", "UTC_TIMESTAMP()") + ", " + to.replace("NOW()", "UTC_TIMESTAMP()")
                + ", 30, 'connecteam')";
    }
}
