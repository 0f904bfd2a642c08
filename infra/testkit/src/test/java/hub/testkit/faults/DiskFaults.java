package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.hub.Reply;
import hub.testkit.scenario.Activity;
import hub.testkit.scenario.Load;
import hub.testkit.scenario.Scenario;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Row 26: MySQL takes no writes, while the day is to be finalized. Wants a MySQL whose disk is {@link #SMALL}. */
final class DiskFaults {

    private static final String DATA = "/var/lib/mysql";

    /** A disk of its own that can be filled. */
    static final List<String> SMALL = List.of("--tmpfs", DATA + ":rw,size=700m");

    private static final String JOB = "finalize-daily";

    /** Of the service. */
    static final Map<String, String> SETTINGS = Map.of("hub.jobs." + JOB, "on");

    /** Long enough for several attempts. */
    private static final Duration WITHOUT_WRITES = Duration.ofSeconds(15);

    private final DockerServer mysql;

    DiskFaults(DockerServer mysql) {
        this.mysql = mysql;
    }

    List<Fault> all() {
        return List.of(
                new Fault("26", "MySQL is read-only at finalize", "fails cleanly, then succeeds", bench -> {
                    bench.sql("SET GLOBAL super_read_only = ON");
                    ask(bench, "read-only");
                    assertNothingSealed(bench, 0);
                    bench.sql("SET GLOBAL read_only = OFF");
                    return awaitFinalized(bench, "read-only", 1);
                }),
                new Fault("26b", "MySQL's disk is full at finalize", "waits or fails whole, then succeeds", bench -> {
                    bench.db().activity(Activity.qcPassed(7).by(1).from(day(bench) + "T18:00:00Z"));
                    bench.sql("CREATE TABLE ballast (b LONGTEXT) ENGINE = BLACKHOLE");
                    mysql.exec("sh", "-c", "cat /dev/zero > " + DATA + "/filler 2>/dev/null; true");
                    try (Load ignored = new Load(wanted -> fillTheLog(bench))) {
                        try {
                            awaitNoRoom(bench);
                            ask(bench, "full");
                            assertNothingSealed(bench, 1);
                        } finally {
                            mysql.exec("rm", DATA + "/filler");
                        }
                    }
                    return awaitFinalized(bench, "full", 2);
                }));
    }

    /** More than the binlog's last block has room for, and nothing in any table; waits until there is room. */
    private static void fillTheLog(FaultBench bench) {
        try (Scenario writer = new Scenario(bench.database())) {
            writer.execute("INSERT INTO ballast VALUES (REPEAT('x', 1000000))");
        }
    }

    /** Asks where no temporary table is needed, for which there would be no room either. */
    private static void awaitNoRoom(FaultBench bench) {
        FaultBench.await(
                "a commit that waits for the disk",
                () -> bench.db()
                                .number(
                                        "SELECT COUNT(*) FROM performance_schema.threads"
                                                + " WHERE processlist_info LIKE 'INSERT INTO ballast%' AND processlist_time > 1")
                        == 1);
    }

    private static LocalDate day(FaultBench bench) {
        return bench.today().minusDays(1);
    }

    /** Asks for the day before today, whose rows are at rest. */
    private static void ask(FaultBench bench, String key) {
        Reply asked = bench.hub()
                .dashboard()
                .post("/api/ops/jobs/" + JOB + "/runs?date=" + day(bench) + "&idempotency_key=" + key);
        assertThat(asked.status()).as("%s", asked).isEqualTo(200);
    }

    /** The service answers as before, and has frozen nothing. */
    private static void assertNothingSealed(FaultBench bench, int seals) {
        int rows = bench.leaderboard().json().size();
        FaultBench.pause(WITHOUT_WRITES);
        assertThat(seals(bench)).as("seals").isEqualTo(seals);
        Reply now = bench.leaderboard();
        assertThat(now.status()).isEqualTo(200);
        assertThat(now.json()).hasSize(rows);
        assertThat(bench.state()).isEqualTo("streaming");
    }

    private static String awaitFinalized(FaultBench bench, String key, int seals) {
        String run = "FROM hub_job_runs WHERE job = '" + JOB + "' AND run_key LIKE 'manual " + key + " %'";
        FaultBench.await(
                "finalized day", () -> bench.db().number("SELECT COUNT(*) " + run + " AND outcome = 'succeeded'") == 1);
        assertThat(seals(bench)).as("seals").isEqualTo(seals);
        return "succeeded at attempt " + bench.db().number("SELECT attempt " + run);
    }

    private static long seals(FaultBench bench) {
        return bench.db().number("SELECT COUNT(*) FROM hub_seals WHERE score_date = '" + day(bench) + "'");
    }
}
