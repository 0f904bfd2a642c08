package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Reply;
import hub.testkit.scenario.Activity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Row 21 of the fault matrix: what is in no binlog is found by comparing with SQL. */
abstract class AuditContract extends HubContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");

    AuditContract() {
        super("audit", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    @Override
    Map<String, String> settings() {
        return Map.of("hub.audit.every", "200ms");
    }

    @Test
    void aRowThatWasNeverLoggedIsFound() {
        db.roles();
        db.employees(1, 2);
        db.activity(Activity.qcPassed(70).by(1));
        service.leaderboard(TODAY);
        management()
                .awaitThat(
                        this::metrics,
                        reply -> assertThat(meter(reply, "hub_parity_comparisons_total"))
                                .isGreaterThan(20));
        assertThat(meter(metrics(), "hub_parity_differences_total")).isZero();

        db.execute("SET SESSION sql_log_bin = 0");
        db.activity(Activity.qcPassed(5).by(2));
        db.execute("SET SESSION sql_log_bin = 1");
        management()
                .awaitThat(
                        this::metrics,
                        reply -> assertThat(meter(reply, "hub_parity_differences_total"))
                                .isPositive());
    }

    private Reply metrics() {
        return management().get("/actuator/prometheus");
    }

    private static double meter(Reply reply, String name) {
        Matcher line =
                Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? (\\S+)$").matcher(reply.body());
        assertThat(line.find()).as("%s in %s", name, reply.body()).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
