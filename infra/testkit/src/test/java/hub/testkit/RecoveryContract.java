package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.change.Table;
import hub.projections.view.ScoreMode;
import hub.testkit.hub.Dashboard;
import hub.testkit.hub.HubCli;
import hub.testkit.hub.Parity;
import hub.testkit.hub.Reply;
import hub.testkit.oracle.Oracle;
import hub.testkit.scenario.Activity;
import hub.testkit.scenario.Scenario;
import hub.testkit.servers.BinaryLogs;
import hub.testkit.servers.SourceDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Rows 13, 14, 22 and 23 of the fault matrix: a stream that cannot be continued is never continued and never snapshotted over.
 * The old answers stay, as stale; doctor says what happened and what each way out costs; a rebuild, asked for or by
 * policy, makes answers equal to SQL again.
 */
abstract class RecoveryContract extends HubContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");

    RecoveryContract() {
        super("recovery", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    @BeforeEach
    void oneGeneration() {
        db.clear();
        startFromAnEmptyStore();
        db.roles();
        db.employees(1, 2);
        db.activity(Activity.qcPassed(70).by(1));
        assertThat(items(service.leaderboard(TODAY))).isEqualTo(70);
    }

    @Test
    void binaryLogsPurgedWhileAway() {
        stopHub();
        db.activity(Activity.qcPassed(5).by(1));
        logs().purge();
        awaitRebuildRequired("");
        doctor("put the purged binary logs after");
        rebuild();
    }

    @Test
    void anotherServerUnderTheSameName() {
        SourceDatabase other = servers().anotherSource().freshDatabase("other");
        try (Scenario there = new Scenario(other)) {
            there.roles();
            there.employees(1, 2);
            there.activity(Activity.qcPassed(11).by(1));
            stopHub();
            startHub(other, Map.of());
            awaitStale("the checkpoint belongs to the history of ", 70);
            HubCli doctor = HubCli.run(other, servers().store(), "doctor");
            assertThat(doctor.exit()).as(doctor.output()).isEqualTo(1);
            assertThat(doctor.output()).contains("./hub rebuild", "point hub.mysql.host back at ");

            restart(database);
            assertThat(items(service.leaderboard(TODAY)))
                    .as("back on its own source")
                    .isEqualTo(70);

            stopHub();
            startHub(other, Map.of("hub.recovery", "rebuild"));
            dashboard.awaitThat(
                    () -> dashboard.leaderboard(TODAY),
                    reply -> assertThat(items(reply)).isEqualTo(11));
            stopHub();
            startHub(database, Map.of());
        }
    }

    @Test
    void aSchemaHistoryThatWasDamaged() {
        stopHub();
        String last = servers().store().call(redis -> redis.rpop("hub:{g1}:history"));
        assertThat(last).isNotNull();
        awaitRebuildRequired("the schema history does not match its checkpoint");
        doctor("restore Redis from a copy in which the history is whole");
        byPolicy();
    }

    @Test
    void binaryLogsResetAsByARestoredDump() {
        db.activity(Activity.qcPassed(1).by(2));
        service.leaderboard(TODAY);
        stopHub();
        db.execute("DELETE FROM activity_logs WHERE employee_id = 2");
        logs().reset();
        startHub(database, Map.of());
        awaitStale("the checkpoint contains ", 71);
        doctor("replay on the source what it lost");
        byPolicy();
    }

    @Test
    void aSchemaChangeThatAlteredRows() {
        db.execute("ALTER TABLE employee_payrates DROP COLUMN notes");
        awaitStale("employee_payrates.notes is gone", 70);
        HubCli doctor = HubCli.run(database, servers().store(), "doctor");
        assertThat(doctor.output()).contains("employee_payrates.notes is gone", "./hub rebuild");
        db.execute("ALTER TABLE employee_payrates ADD COLUMN notes TEXT");
        byPolicy();
    }

    @Test
    void aTableThatWasRenamedAway() {
        db.execute("RENAME TABLE activity_logs TO activity_logs_gone");
        awaitStale("activity_logs is not there any more", 70);
        HubCli doctor = HubCli.run(database, servers().store(), "doctor");
        assertThat(doctor.output())
                .contains("activity_logs is not there any more", "bring the table back, then ./hub rebuild");
        db.execute("RENAME TABLE activity_logs_gone TO activity_logs");
        rebuild();
    }

    @Test
    void aReaderThatDiesTurnsHealthRedUntilAnotherOneReads() {
        Thread reader = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("pipeline-g1") && thread.isAlive())
                .findFirst()
                .orElseThrow();
        reader.interrupt();
        Dashboard management = management();
        management.awaitThat(() -> management.get("/actuator/health/cdc"), reply -> {
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.body()).contains("DOWN");
        });
        management.awaitThat(
                () -> management.get("/actuator/health/cdc"),
                reply -> assertThat(reply.status()).isEqualTo(200));
        db.activity(Activity.qcPassed(5).by(1));
        assertThat(items(service.leaderboard(TODAY))).isEqualTo(75);
    }

    private void awaitRebuildRequired(String cause) {
        startHub(database, Map.of());
        awaitStale(cause, 70);
    }

    private void awaitStale(String cause, long items) {
        dashboard.awaitThat(dashboard::pipeline, reply -> {
            assertThat(reply.json().path("state").asString("")).as("%s", reply).isEqualTo("rebuild-required");
            assertThat(reply.body()).contains(cause);
        });
        Reply board = dashboard.awaitThat(
                () -> dashboard.leaderboard(TODAY),
                reply -> assertThat(reply.header("Hub-State")).as("%s", reply).contains("stale"));
        assertThat(board.status()).isEqualTo(200);
        assertThat(items(board)).isEqualTo(items);
        assertThat(board.header("Hub-Generation")).as("no silent snapshot").contains("1");
    }

    private HubCli doctor(String wayOut) {
        HubCli doctor = HubCli.run(database, servers().store(), "doctor");
        assertThat(doctor.exit()).as(doctor.output()).isEqualTo(1);
        assertThat(doctor.output())
                .contains("Stream of g1: rebuild-required", "./hub rebuild", wayOut)
                .contains("no table is read", "hub.recovery=manual")
                .containsPattern("reads " + Table.values().length
                        + " tables, about \\d+ rows, about 1 minute \\(\\d+ rows/s, as the fill that ended .+\\);"
                        + " until then Redis holds both");
        return doctor;
    }

    private void rebuild() {
        HubCli rebuilt = HubCli.run(database, servers().store(), "rebuild");
        assertThat(rebuilt.exit()).as(rebuilt.output()).isZero();
        assertRecovered();
    }

    private void byPolicy() {
        stopHub();
        startHub(database, Map.of("hub.recovery", "rebuild"));
        assertRecovered();
    }

    private void assertRecovered() {
        dashboard.awaitThat(
                () -> dashboard.leaderboard(TODAY),
                reply -> assertThat(reply.header("Hub-Generation")).contains("2"));
        new Parity(service, new Oracle(db.connection()), ScoreMode.LIVE).assertHolds(TODAY);
        HubCli doctor = HubCli.run(database, servers().store(), "doctor");
        assertThat(doctor.output()).doesNotContain("rebuild-required");
    }

    private void restart(SourceDatabase on) {
        stopHub();
        startHub(on, Map.of());
    }

    private BinaryLogs logs() {
        return new BinaryLogs(servers().source().flavor(), db.connection());
    }

    private static long items(Reply reply) {
        long items = 0;
        for (JsonNode row : reply.json()) {
            items += row.path("items_today").asLong();
        }
        return items;
    }
}
