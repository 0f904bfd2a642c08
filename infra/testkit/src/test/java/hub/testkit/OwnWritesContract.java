package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.scenario.Activity;
import hub.testkit.servers.BinaryLogs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the jobs write comes back through the change stream, to the boards that they and everybody read: and nobody writes
 * because of it. What is sealed stays as it is byte for byte, and when people rest, the source does.
 */
abstract class OwnWritesContract extends HubContract {

    private static final LocalDate DAY = LocalDate.parse("2026-01-15");
    private static final String SCORES = "realtime-scores";
    private static final String IDLE = "check-idle";

    OwnWritesContract() {
        super("own_writes", ScoreMode.LIVE, Instant.parse("2026-01-15T23:50:00Z"));
    }

    @Override
    void prepare() {
        db.roles();
        db.employees(1, 2, 3);
        for (int id = 1; id <= 3; id++) {
            db.shift(id, "2026-01-15T14:00:00Z", id == 3 ? null : "2026-01-15T22:00:00Z"); // the third stays
            db.activity(Activity.picking(20 + id).by(id).from("2026-01-15T15:00:00Z"));
            db.activity(Activity.qcPassed(40 + id).by(id).from("2026-01-15T18:00:00Z"));
        }
        db.execute("INSERT INTO employee_payrates (employee_id, pay_rate, pay_type) VALUES (1, '17.50', 'hourly')");
    }

    @Override
    Map<String, String> settings() {
        return Map.of(
                "hub.jobs.realtime-scores", "on",
                "hub.jobs.check-idle", "on",
                "hub.jobs.finalize-daily", "on",
                "hub.jobs.close-day", "on");
    }

    @Test
    void comeBackAndNobodyWritesBecauseOfThem() {
        service.leaderboard(DAY);
        at("2026-01-15T23:55:00Z", SCORES, IDLE);
        assertThat(db.rows("SELECT is_finalized, COUNT(*) FROM daily_scores GROUP BY is_finalized"))
                .containsExactly("0 3");
        assertThat(db.rows("SELECT employee_id, closed_at IS NULL FROM hub_alerts"))
                .containsExactly("3 1");

        at("2026-01-16T00:05:00Z", SCORES, IDLE);
        ran("2026-01-16T00:00:00Z", "finalize-daily");
        List<String> sealed = sealed();
        at("2026-01-16T00:15:00Z", SCORES, IDLE);
        assertThat(sealed()).as("after the evening's seal").isEqualTo(sealed);

        at("2026-01-16T06:10:00Z", SCORES);
        ran("2026-01-16T06:10:00Z", "close-day");
        List<String> closed = sealed();
        assertThat(closed).contains("2 closing 3").isNotEqualTo(sealed);
        at("2026-01-16T06:20:00Z", SCORES);
        at("2026-01-16T12:00:00Z", SCORES, IDLE);

        String quiet = logs().begin();
        at("2026-01-16T12:10:00Z", SCORES, IDLE);
        assertThat(sealed()).as("after the close").isEqualTo(closed);
        assertThat(logs().written(quiet, database.name()))
                .as("tables written while nobody works")
                .containsExactlyInAnyOrder("hub_heartbeat", "hub_job_runs");
        assertThat(db.rows("SELECT employee_id, closed_at IS NULL FROM hub_alerts"))
                .containsExactly("3 0");
    }

    /** A second later, until those have succeeded and an answer contains what they wrote. */
    private void at(String due, String... jobs) {
        clock.set(Instant.parse(due).plusSeconds(1));
        for (String job : jobs) {
            ran(due, job);
        }
        service.leaderboard(DAY);
    }

    private void ran(String due, String job) {
        dashboard.awaitThat(
                () -> dashboard.get("/api/ops/jobs"),
                reply -> assertThat(db.rows(
                                "SELECT outcome FROM hub_job_runs WHERE job = ? AND run_key = ? AND outcome = 'succeeded'",
                                job,
                                due))
                        .as("%s due at %s", job, due)
                        .hasSize(1));
    }

    /** Every byte of it, and the kinds and counts of its seals. */
    private List<String> sealed() {
        List<String> rows = db.rows("SELECT * FROM daily_scores ORDER BY id");
        rows.addAll(db.rows("SELECT * FROM hub_day_rates ORDER BY id"));
        rows.addAll(db.rows("SELECT * FROM hub_seals ORDER BY id"));
        rows.addAll(db.rows("SELECT version, kind, row_count FROM hub_seals ORDER BY id"));
        return rows;
    }

    private BinaryLogs logs() {
        return new BinaryLogs(servers().source().flavor(), db.connection());
    }
}
