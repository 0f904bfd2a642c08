package hub.projections.highlights;

import static hub.projections.Given.activity;
import static hub.projections.Given.employee;
import static hub.projections.Given.picking;
import static hub.projections.Given.qc;
import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HighlightsTest {

    private static final String NOW = "2026-01-15T23:30:00Z";
    private static final String CHEER = "🚀 Let's make today great!";

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    /** Vector T18, as the streak leaders show it. */
    @Test
    void t18StreakLeaders() {
        world.put(
                qc(1, 1, 1, "2026-01-12T15:00:00Z"),
                qc(2, 1, 1, "2026-01-13T15:00:00Z"),
                qc(3, 1, 1, "2026-01-14T15:00:00Z"),
                qc(4, 2, 7, "2026-01-14T15:00:00Z"));
        assertThat(leaders(NOW))
                .containsExactly(
                        new StreakLeader(1, "E1", 3, 0, new BigDecimal("0.00"), "Unknown"),
                        new StreakLeader(2, "E2", 1, 0, new BigDecimal("0.00"), "Unknown"));

        world.put(picking(5, 1, 4, "2026-01-15T15:00:00Z"), qc(6, 1, 1, "2026-01-15T16:00:00Z"));
        assertThat(leaders(NOW).getFirst())
                .isEqualTo(new StreakLeader(1, "E1", 4, 5, new BigDecimal("3.00"), "Packing"));
        assertThat(leaders("2026-01-17T05:59:59Z"))
                .extracting(StreakLeader::streakDays)
                .containsExactly(4L);
        assertThat(leaders("2026-01-17T06:00:00Z")).isEmpty();

        world.delete(Table.ACTIVITY_LOGS, 2);
        assertThat(leaders(NOW).getFirst().streakDays()).isEqualTo(2);
        world.put(new Row.Employee(1, "E1", false, 0L));
        assertThat(leaders(NOW)).extracting(StreakLeader::id).containsExactly(2L);
    }

    @Test
    void storedStreaksAreThoseOfTheTable() {
        world.put(new Row.Employee(1, "E1", true, 9L), new Row.Employee(2, "E2", true, null));
        assertThat(world.answer(new StreakLeadersView(ScoreMode.STORED), Everything.QUERY, NOW)
                        .body())
                .extracting(StreakLeader::id, StreakLeader::streakDays)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1L, 9L));
    }

    @Test
    void theTickerTellsEverythingInItsOrder() {
        world.put(
                shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z"),
                shift(2, 2, "2026-01-15T14:00:00Z", "2026-01-15T14:30:00Z"),
                qc(1, 1, 1, "2026-01-13T15:00:00Z"),
                qc(2, 1, 1, "2026-01-14T15:00:00Z"),
                qc(3, 1, 400, "2026-01-15T15:00:00Z"),
                qc(4, 1, 100, "2026-01-15T16:00:00Z"),
                // Half an hour is not long enough for a rate.
                picking(5, 2, 249, "2026-01-15T17:00:00Z"));

        assertThat(ticker(NOW))
                .containsExactly(
                        "🏆 E1 earned 500 points today!",
                        "⚡ E1 hit 63 items/hour!", // 62.5
                        "🔥 E1 on a 3-day streak!",
                        "📊 Team total: 500 items QC passed today!",
                        "🎉 E2 reached 100 items!", // at 17:00, the newest
                        "🌟 E1 crushed 500+ items today!"); // at 16:00; 250 was crossed at 15:00

        world.put(picking(6, 2, 1, "2026-01-15T18:00:00Z"));
        assertThat(ticker(NOW)).endsWith("💪 E2 hit 250 items!", "🎉 E2 reached 100 items!");
        world.put(picking(6, 2, -160, "2026-01-15T18:00:00Z"));
        assertThat(ticker(NOW)).endsWith("🌟 E1 crushed 500+ items today!", "💪 E1 hit 250 items!");
    }

    @Test
    void theTickerCheersWhileThereIsNothingAndAgainAfterMidnight() {
        assertThat(ticker(NOW)).hasSize(3).startsWith(CHEER);
        world.put(picking(1, 1, 4, "2026-01-15T15:00:00Z"));
        assertThat(ticker(NOW)).containsExactly("🏆 E1 earned 2 points today!");
        assertThat(ticker("2026-01-16T06:00:00Z")).startsWith(CHEER);
    }

    @Test
    void otherSourcesAreNoTeamTotal() {
        world.put(activity(1, 4, 2, "QC Passed", 50, "2026-01-15T16:00:00Z", 600, "Packing", "manual"));
        assertThat(ticker(NOW)).containsExactly("🏆 E4 earned 50 points today!");
    }

    @Test
    void achievementsCountActivePeopleAndTheWholeTeamsPoints() {
        world.put(
                qc(1, 1, 100, "2026-01-15T15:00:00Z"),
                qc(2, 2, 1000, "2026-01-15T15:00:00Z"),
                qc(3, 3, 600, "2026-01-15T15:00:00Z"),
                new Row.Employee(3, "E3", false, 0L));

        Achievements achievements = world.answer(new AchievementsView(ScoreMode.LIVE), Everything.QUERY, NOW)
                .body();
        assertThat(achievements.achievements())
                .extracting(Achievements.Achievement::name, Achievements.Achievement::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Century Club", 2),
                        org.assertj.core.groups.Tuple.tuple("Quarter Master", 1),
                        org.assertj.core.groups.Tuple.tuple("Half Hero", 1),
                        org.assertj.core.groups.Tuple.tuple("Thousand Thunder", 1));
        // Of three active employees.
        assertThat(achievements.achievements().getFirst().percentage()).isEqualTo(new BigDecimal("66.7"));
        assertThat(achievements.topScore()).isEqualTo(new BigDecimal("1000.00"));
        assertThat(achievements.totalTeamPoints()).isEqualTo(new BigDecimal("1700.00"));
        assertThat(achievements.teamGoal()).isEqualTo(10_000);
        assertThat(achievements.teamProgress()).isEqualTo(new BigDecimal("17.0"));
    }

    @Test
    void t22AlertsAreTheLowestScoresBelowFifty() {
        world.put(
                new Row.Score(1, 1, LocalDate.parse("2026-01-15"), 1L, new BigDecimal("0.00"), 0L, false),
                new Row.Score(2, 2, LocalDate.parse("2026-01-15"), 1L, new BigDecimal("10.00"), 0L, false),
                new Row.Score(3, 3, LocalDate.parse("2026-01-15"), 1L, new BigDecimal("49.99"), 0L, false),
                new Row.Score(4, 4, LocalDate.parse("2026-01-15"), 1L, new BigDecimal("50.00"), 0L, false));

        assertThat(world.answer(new AlertsView(ScoreMode.STORED), Everything.QUERY, NOW)
                        .body())
                .containsExactly(
                        new Alert(
                                1, "low_performance", "Performance Alert", "E2 has only 10.0 points today", "warning"),
                        new Alert(
                                2, "low_performance", "Performance Alert", "E3 has only 50.0 points today", "warning"));
    }

    @Test
    void threeAlertsAtMostAndTheyEndWithTheDay() {
        for (long id = 1; id <= 5; id++) {
            world.put(employee(id), qc(id, id, 50 - id, "2026-01-15T15:00:00Z"));
        }
        var answer = world.answer(new AlertsView(ScoreMode.LIVE), Everything.QUERY, NOW);
        assertThat(answer.body()).extracting(Alert::id).containsExactly(1, 2, 3);
        assertThat(answer.body().getFirst().message()).isEqualTo("E5 has only 45.0 points today");
        assertThat(answer.until()).isEqualTo(Instant.parse("2026-01-16T06:00:00Z"));
    }

    private List<StreakLeader> leaders(String now) {
        return world.answer(new StreakLeadersView(ScoreMode.LIVE), Everything.QUERY, now)
                .body();
    }

    private List<String> ticker(String now) {
        return world.answer(new TickerView(ScoreMode.LIVE), Everything.QUERY, now)
                .body();
    }
}
