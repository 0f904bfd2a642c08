package hub.testkit;

import static hub.testkit.hub.Fields.onlyRow;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Reply;
import hub.testkit.scenario.Activity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An operator distrusts one read model: that route is read from MySQL, the others go on. */
abstract class SourceSwitchContract extends HubContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");

    SourceSwitchContract() {
        super("switch", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    @Override
    Map<String, String> settings() {
        return Map.of("hub.query.source", "read-model,leaderboard:mysql");
    }

    @Test
    void theRouteAndWhatContainsItAreReadFromMysql() {
        db.roles();
        db.employees(1);
        db.activity(Activity.qcPassed(10).by(1));
        service.departments(TODAY);

        Reply leaderboard = dashboard.leaderboard(TODAY);
        onlyRow(leaderboard).has("id", 1).has("items_today", 10);
        assertSource(leaderboard, "mysql");
        assertThat(leaderboard.header("Hub-Position-At-Least")).isPresent();
        assertThat(leaderboard.header("Hub-Generation")).isEmpty();

        Reply departments = dashboard.departments(TODAY);
        assertThat(departments.header("Hub-Source").orElseThrow()).isIn("memory", "redis");

        Reply summary = dashboard.get("/api/dashboard/summary");
        assertSource(summary, "mysql");
        assertThat(summary.json().path("team_metrics").path("items_today").asLong())
                .isEqualTo(10);

        String day = "\"parameters\":{\"date\":\"2026-01-15\"}";
        assertSource(batch("{\"view\":\"departments\"," + day + "},{\"view\":\"leaderboard\"," + day + "}"), "mysql");
        assertThat(batch("{\"view\":\"departments\"," + day + "}")
                        .header("Hub-Source")
                        .orElseThrow())
                .isIn("memory", "redis");
    }

    /** Ranges as long as this are not computed from MySQL: that item is refused, and the other is not. */
    @Test
    void anItemThatMysqlDoesNotComputeLeavesTheOthersAlone() {
        Reply batch = batch("{\"view\":\"leaderboard\"},{\"view\":\"date-range\",\"parameters\":"
                + "{\"start_date\":\"2026-01-01\",\"end_date\":\"2026-01-15\"}}");
        assertSource(batch, "mysql");
        assertThat(batch.json().path("items").path(0).path("status").asInt()).isEqualTo(200);
        assertThat(batch.json().path("items").path(1).path("status").asInt()).isEqualTo(503);
        assertThat(batch.json()
                        .path("items")
                        .path(1)
                        .path("problem")
                        .path("type")
                        .asString(""))
                .isEqualTo("/problems/unavailable");
    }

    private Reply batch(String items) {
        return dashboard.postJson("/api/dashboard/batch", "{\"items\":[" + items + "]}");
    }

    private static void assertSource(Reply reply, String source) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.header("Hub-Source")).as("%s", reply).hasValue(source);
    }
}
