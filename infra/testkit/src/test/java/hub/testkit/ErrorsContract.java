package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.HubProcess;
import hub.testkit.hub.Reply;
import hub.testkit.scenario.Activity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bad input gets, and what is said where there is no honest number. */
abstract class ErrorsContract extends HubContract {

    private static final List<String> VIEWS = List.of(
            "/api/dashboard/leaderboard",
            "/api/dashboard/departments/stats",
            "/api/dashboard/analytics/hourly-heatmap");

    private static final int HELD_DAYS = 30;
    private static final LocalDate TODAY = LocalDate.parse("2026-01-16");

    ErrorsContract() {
        super("errors", ScoreMode.LIVE, Instant.parse(TODAY + "T18:00:00Z"));
    }

    @Override
    Map<String, String> settings() {
        return Map.of("hub.retention.days", Integer.toString(HELD_DAYS));
    }

    @Test
    void withoutAnAcceptedKeyNothingIsSaid() {
        for (String path : VIEWS) {
            assertRefused(path, null);
            assertRefused(path, "");
            assertRefused(path, "not-a-key");
            assertRefused(path, "hub_testkit_guessed");
        }
        assertRefused("/api/ops/pipeline", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-02-30", "yesterday", "2026-1-5", "2026-01-15T00:00", "٢٠٢٦-٠١-١٥", " ", "-1"})
    void aBadDateIsNamed(String date) {
        for (String view : VIEWS) {
            Reply reply = dashboard.get(view + "?date=" + URLEncoder.encode(date, StandardCharsets.UTF_8));
            assertProblem(reply, 400, "/problems/invalid-parameter");
            assertThat(reply.json().path("parameter").asString("")).isEqualTo("date");
            assertThat(reply.json().path("value").asString("?")).isEqualTo(date);
            assertThat(reply.json().path("allowed").asString("")).contains("YYYY-MM-DD");
        }
    }

    @Test
    void anUnknownPathIsAProblemToo() {
        assertProblem(dashboard.get("/api/dashboard/no-such-view"), 404, "/problems/not-found");
    }

    @Test
    void aDayThatIsNotHeldIsNotZero() {
        db.activity(Activity.picking(10).from(TODAY.minusDays(HELD_DAYS + 20) + "T18:00:00Z"));
        for (String view : VIEWS) {
            assertThat(service.ask(() -> dashboard.get(view + "?date=" + TODAY.minusDays(1)))
                            .status())
                    .isEqualTo(200);
            assertProblem(
                    dashboard.get(view + "?date=" + TODAY.minusDays(HELD_DAYS + 20)), 404, "/problems/day-not-held");
        }
    }

    /** Nothing ingests here, and the store holds nothing. */
    @Test
    void beforeAnythingIsLiveItSaysSo() {
        Map<String, String> queryOnly = Map.of("hub.roles", "query", "spring.data.redis.database", "9");
        try (HubProcess other = HubProcess.start(database, servers().store(), ScoreMode.LIVE, queryOnly)) {
            for (String view : VIEWS) {
                Reply reply = other.dashboard()
                        .awaitThat(
                                () -> other.dashboard().get(view),
                                answer -> assertProblem(answer, 503, "/problems/filling"));
                assertThat(Integer.parseInt(reply.header("Retry-After").orElseThrow()))
                        .isBetween(1, 60);
            }
        }
    }

    private void assertRefused(String path, @Nullable String key) {
        Reply reply = dashboard.withKey(key).get(path);
        assertProblem(reply, 401, "/problems/invalid-key");
        assertThat(reply.json().path("error").asString("")).isEqualTo("Invalid API key");
    }

    private static void assertProblem(Reply reply, int status, String type) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(status);
        assertThat(reply.header("Content-Type").orElse("")).as("%s", reply).startsWith("application/problem+json");
        assertThat(reply.json().path("type").asString("")).as("%s", reply).isEqualTo(type);
        assertThat(reply.body()).doesNotContain("Exception", "\tat ", "\\tat ");
    }
}
