package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.HubCli;
import hub.testkit.scenario.Activity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Row 21 of the fault matrix, as far as no stream can tell: only a comparison with SQL finds it. */
abstract class ParityAuditContract extends HubContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");

    ParityAuditContract() {
        super("audit", ScoreMode.LIVE, Instant.parse("2026-01-15T18:05:00Z"));
    }

    @Override
    Map<String, String> settings() {
        return Map.of("hub.jobs.parity-audit", "on");
    }

    @BeforeEach
    void nothingIsThere() {
        db.clear();
        startFromAnEmptyStore();
    }

    @Test
    void rowsThatTheBinaryLogDoesNotTellAreFound() {
        db.roles();
        db.employees(1, 2);
        db.activity(Activity.qcPassed(70).by(1));
        service.leaderboard(TODAY);

        HubCli equal = audit("equal");
        assertThat(equal.exit()).as(equal.output()).isZero();
        assertThat(metric("comparisons")).isPositive();
        assertThat(metric("differences")).isZero();

        db.execute("SET SESSION sql_log_bin = 0");
        db.activity(Activity.qcPassed(5).by(2));
        db.execute("SET SESSION sql_log_bin = 1");
        assertFound("unlogged", "1 of 2");
        assertARebuildMends("rebuilt");

        db.execute("SET SESSION binlog_format = 'STATEMENT'");
        db.execute("UPDATE activity_logs SET items_count = 9 WHERE employee_id = 2");
        db.execute("SET SESSION binlog_format = 'ROW'");
        assertFound("statement", "1 of ");
    }

    /** Row 36: nobody writes the board again by itself, and answers are made of what is left. */
    @Test
    void aBoardThatSomebodyDeletedIsFound() {
        db.roles();
        db.employees(1, 2);
        db.activity(Activity.qcPassed(70).by(1));
        db.activity(Activity.qcPassed(7).by(2));
        service.leaderboard(TODAY);
        assertThat(servers().store().delete(":b:leaderboard:" + TODAY)).isOne();
        assertFound("deleted", "2 of 2");
        assertARebuildMends("mended");
    }

    private void assertARebuildMends(String key) {
        HubCli rebuilt = HubCli.run(database, servers().store(), "rebuild");
        assertThat(rebuilt.exit()).as(rebuilt.output()).isZero();
        HubCli again = audit(key);
        assertThat(again.exit()).as(again.output()).isZero();
    }

    /** All of them count in every answer; how many they are is told beside. */
    @Test
    void rowsThatShareTheirReferenceAreCounted() {
        db.roles();
        db.employees(1, 2);
        referring("podfactory", "4711", "2026-01-15T06:00:00Z");
        referring("podfactory", "4711", "2026-01-15T15:00:00Z");
        referring("podfactory", "4711", "2026-01-08T06:00:00Z"); // the first instant of eight days
        referring("podfactory", "0815", "2026-01-15T15:00:00Z");
        referring("PodFactory", "0815", "2026-01-15T15:00:00Z");
        referring("podfactory", null, "2026-01-15T15:00:00Z");
        referring("podfactory", null, "2026-01-15T15:00:00Z");
        referring("podfactory", "4711", "2026-01-08T05:59:59Z");
        referring("podfactory", "4711", "2026-01-16T06:00:00Z");
        assertThat(service.leaderboard(TODAY).json().path(0).path("items_today").asInt())
                .isEqualTo(6);

        HubCli counted = audit("counted");
        assertThat(counted.exit()).as(counted.output()).isZero();
        assertThat(counted.output()).contains("2 rows repeat a reference");
        assertThat(management().get("/actuator/prometheus").body()).contains("\nhub_parity_duplicates 2.0\n");
    }

    private void referring(String source, @Nullable String reference, String start) {
        long id = db.activity(Activity.qcPassed(1).by(1).from(start));
        db.execute("UPDATE activity_logs SET source = ?, reference_id = ? WHERE id = ?", source, reference, id);
    }

    private void assertFound(String key, String entries) {
        double before = metric("differences");
        HubCli wrong = audit(key);
        assertThat(wrong.exit()).as(wrong.output()).isEqualTo(1);
        assertThat(wrong.output()).contains("not what MySQL says: ", "leaderboard:2026-01-15 in " + entries);
        assertThat(metric("differences")).isGreaterThan(before);
    }

    private HubCli audit(String key) {
        return HubCli.run(
                database, servers().store(), "job", "run", "parity-audit", "--date", TODAY.toString(), "--key", key);
    }

    private double metric(String name) {
        Matcher line = Pattern.compile("(?m)^hub_parity_" + name + "_total ([0-9.E]+)$")
                .matcher(management().get("/actuator/prometheus").body());
        assertThat(line.find()).as("a metric of " + name).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
