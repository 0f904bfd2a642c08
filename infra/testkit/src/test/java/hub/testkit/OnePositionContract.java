package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Reply;
import hub.testkit.scenario.Activity;
import hub.testkit.scenario.Load;
import hub.testkit.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** While rows are written, the parts of a batch and of a summary tell the same: they stand at one position. */
abstract class OnePositionContract extends HubContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");
    private static final Duration WATCHED = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ENOUGH = 10;
    private static final String BATCH = """
            {"items":[{"view":"leaderboard","parameters":{"date":"2026-01-15"}},
                      {"view":"departments","parameters":{"date":"2026-01-15"}},
                      {"view":"team-metrics"},
                      {"view":"heatmap","parameters":{"date":"2026-01-15"}},
                      {"view":"streak-leaders"},
                      {"view":"achievements"},
                      {"view":"alerts"},
                      {"view":"summary"}]}""";

    /** What the summary calls the views that the batch names before it. */
    private static final List<String> PARTS = List.of(
            "leaderboard", "departments", "team_metrics", "hourly_heatmap", "streak_leaders", "achievements", "alerts");

    OnePositionContract() {
        super("together", ScoreMode.LIVE, Instant.parse("2026-01-15T18:00:00Z"));
    }

    @Test
    void allPartsTellTheSameItems() {
        db.roles();
        db.employees(1, 2);
        db.activity(Activity.qcPassed(10).by(1));
        service.leaderboard(TODAY);

        Set<Long> batches = new HashSet<>();
        Set<Long> summaries = new HashSet<>();
        try (Load ignored = new Load(this::write)) {
            long start = System.nanoTime();
            while (isToBeWatched(System.nanoTime() - start, batches, summaries)) {
                Reply batch = dashboard.postJson("/api/dashboard/batch", BATCH);
                assertThat(batch.status()).as("%s", batch).isEqualTo(200);
                JsonNode items = batch.json().path("items");
                assertThatTheSummaryIsItsParts(batch, items);
                batches.add(agreed(
                        batch,
                        items.path(0).path("body"),
                        items.path(1).path("body"),
                        items.path(2).path("body")));
                Reply summary = dashboard.get("/api/dashboard/summary");
                assertThat(summary.status()).as("%s", summary).isEqualTo(200);
                JsonNode parts = summary.json();
                summaries.add(agreed(
                        summary, parts.path("leaderboard"), parts.path("departments"), parts.path("team_metrics")));
            }
        }
        assertThat(batches).as("different batches seen").hasSizeGreaterThan(ENOUGH);
        assertThat(summaries).as("different summaries seen").hasSizeGreaterThan(ENOUGH);
    }

    private static boolean isToBeWatched(long nanos, Set<Long> batches, Set<Long> summaries) {
        return nanos < WATCHED.toNanos()
                || (nanos < PATIENCE.toNanos() && Math.min(batches.size(), summaries.size()) <= ENOUGH);
    }

    private static void assertThatTheSummaryIsItsParts(Reply batch, JsonNode items) {
        JsonNode summary = items.path(PARTS.size()).path("body");
        assertThat(summary.propertyNames())
                .as("%s", batch)
                .hasSize(1 + PARTS.size())
                .containsAll(PARTS);
        for (int i = 0; i < PARTS.size(); i++) {
            assertThat(summary.path(PARTS.get(i)))
                    .as("%s in %s", PARTS.get(i), batch)
                    .isEqualTo(items.path(i).path("body"));
        }
    }

    private static long agreed(Reply reply, JsonNode people, JsonNode departments, JsonNode team) {
        long items = team.path("items_today").asLong();
        assertThat(total(people, "items_today")).as("the people in %s", reply).isEqualTo(items);
        assertThat(total(departments, "total_items"))
                .as("the departments in %s", reply)
                .isEqualTo(items);
        return items;
    }

    private void write(BooleanSupplier wanted) {
        try (Scenario writer = new Scenario(database)) {
            for (int i = 0; wanted.getAsBoolean(); i++) {
                writer.activity(Activity.qcPassed(1 + i % 7).by(1 + i % 2));
            }
        }
    }

    private static long total(JsonNode rows, String field) {
        return rows.valueStream().mapToLong(row -> row.path(field).asLong()).sum();
    }
}
