package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Dashboard;
import hub.testkit.hub.Reply;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bad input gets. */
abstract class ErrorsContract extends HubContract {

    private static final String[] VIEWS = {
        "/api/dashboard/leaderboard", "/api/dashboard/departments/stats", "/api/dashboard/analytics/hourly-heatmap"
    };

    ErrorsContract() {
        super("errors", ScoreMode.LIVE, Instant.parse("2026-01-16T18:00:00Z"));
    }

    @Test
    void withoutAKeyNothingIsSaid() {
        for (String view : VIEWS) {
            assertRefused(dashboardWithKey(null).get(view));
            assertRefused(dashboardWithKey("not-a-key").get(view));
            assertRefused(dashboardWithKey("").get(view));
        }
        assertRefused(dashboardWithKey(null).get("/api/ops/pipeline"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "yesterday", "2026-1-5", "2026-01-15T00:00", "٢٠٢٦-٠١-١٥", "%20", "-1"})
    void aBadDateIsNamed(String date) {
        for (String view : VIEWS) {
            Reply reply = dashboard.get(view + "?date=" + java.net.URLEncoder.encode(date, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(reply.status()).as("%s", reply).isEqualTo(400);
            assertProblem(reply);
            assertThat(reply.body()).contains("date").doesNotContain("Exception").doesNotContain("\tat ");
        }
    }

    @Test
    void anUnknownParameterAndAnUnknownPathAreNamed() {
        Reply unknownPath = dashboard.get("/api/dashboard/no-such-view");
        assertThat(unknownPath.status()).isEqualTo(404);
        assertProblem(unknownPath);
    }

    private Dashboard dashboardWithKey(@org.jspecify.annotations.Nullable String key) {
        return dashboard.withKey(key);
    }

    private static void assertRefused(Reply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(401);
        assertProblem(reply);
        assertThat(reply.json().path("error").asString("")).isEqualTo("Invalid API key");
    }

    private static void assertProblem(Reply reply) {
        assertThat(reply.header("Content-Type").orElse("")).as("%s", reply).startsWith("application/problem+json");
    }
}
