package hub.projections.gamification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.source.NotInSource;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwardsTest {

    /** The evening of the 15th in Chicago; the 16th in UTC. */
    private static final String NOW = "2026-01-16T03:00:00Z";

    private final World world = Given.world().has(Table.ACHIEVEMENTS, Table.TEAM_CHALLENGES);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anAchievementCountsOnceHoweverOftenItWasAwarded() {
        world.put(
                person(1, 1999),
                award(1, 1, "streak_3", 20L, "2026-01-07"),
                award(2, 1, "streak_3", 20L, "2026-01-08"),
                award(3, 1, "early_bird", null, "2026-01-15"),
                award(4, 1, "of_our_own", 1L, "2026-01-15"));
        PersonAwards awards = world.answer(new PersonAwardsView(ScoreMode.LIVE), new PersonAwardsQuery(1), NOW)
                .body();
        assertThat(awards.totalAchievements()).isEqualTo(4);
        assertThat(awards.completionPercentage()).isEqualByComparingTo("16.7"); // 2 of 12
        assertThat(awards.badgeLevel()).isEqualTo("gold");
        assertThat(awards.recentAchievements())
                .extracting(AwardRow::achievementKey)
                .containsExactly("of_our_own", "early_bird", "streak_3");
    }

    @Test
    void periodsEndTodayInChicago() {
        world.put(
                person(1, 0),
                person(2, 50),
                award(1, 1, "a", 5L, "2026-01-15"),
                award(2, 1, "b", 7L, "2026-01-08"),
                award(3, 1, "c", 11L, "2026-01-01"),
                award(4, 1, "d", 13L, "2025-12-31"),
                award(5, 1, "e", 100L, "2026-01-16"));
        assertThat(points(Period.DAILY)).isEqualTo(5);
        assertThat(points(Period.WEEKLY)).isEqualTo(12);
        assertThat(points(Period.MONTHLY)).isEqualTo(23);
        assertThat(points(Period.ALL)).isEqualTo(36);
        assertThat(board(Period.DAILY))
                .as("then by all points, then by id")
                .extracting(AwardedRow::employeeId)
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void challengesThatAreOnToday() {
        world.put(
                challenge(1, "200.00", "50.00", "2026-01-15", "2026-01-15", true),
                challenge(2, "3.00", "5.00", null, null, true),
                challenge(3, null, null, "2026-01-16", null, true),
                challenge(4, null, null, null, "2026-01-14", true),
                challenge(5, null, null, null, null, false));
        List<ChallengeRow> on =
                world.answer(new ChallengesView(), Everything.QUERY, NOW).body();
        assertThat(on).extracting(ChallengeRow::id).containsExactly(1L, 2L);
        assertThat(on.getFirst().progress()).isEqualByComparingTo("25");
        assertThat(on.getFirst().daysRemaining()).isEqualTo(1);
        assertThat(on.getFirst().participants()).as("nobody knows").isNull();
        assertThat(on.get(1).progress()).isEqualByComparingTo("166.7");

        world.has(Table.CHALLENGE_PARTICIPANTS)
                .put(
                        new Row.ChallengeParticipant(1, 1, 7),
                        new Row.ChallengeParticipant(2, 1, 7),
                        new Row.ChallengeParticipant(3, 1, 8));
        assertThat(world.answer(new ChallengesView(), Everything.QUERY, NOW).body())
                .extracting(ChallengeRow::participants)
                .containsExactly(2, 0);
    }

    @Test
    void withoutTheTableThereIsNoAnswer() {
        try (World bare = Given.world()) {
            assertThatThrownBy(() -> bare.answer(new ChallengesView(), Everything.QUERY, NOW))
                    .isInstanceOf(NotInSource.class);
        }
    }

    @Test
    void badges() {
        assertThat(BadgeLevel.of(99)).isEqualTo("none");
        assertThat(BadgeLevel.of(100)).isEqualTo("bronze");
        assertThat(BadgeLevel.of(500)).isEqualTo("silver");
        assertThat(BadgeLevel.of(2000)).isEqualTo("platinum");
        assertThat(BadgeLevel.of(5000)).isEqualTo("diamond");
    }

    private long points(Period period) {
        return board(period).getFirst().periodPoints();
    }

    private List<AwardedRow> board(Period period) {
        return world.answer(new AwardBoardView(ScoreMode.LIVE), new PeriodQuery(period), NOW)
                .body()
                .leaderboard();
    }

    private static Row person(long id, long points) {
        return new Row.Employee(id, "E" + id, true, 0L, null, null, null, 3L, points, null, false);
    }

    private static Row award(long id, long employee, String key, @Nullable Long points, String date) {
        return new Row.Achievement(id, employee, key, null, null, points, null, LocalDate.parse(date));
    }

    private static Row challenge(
            long id,
            @Nullable String target,
            @Nullable String current,
            @Nullable String start,
            @Nullable String end,
            boolean active) {
        return new Row.Challenge(
                id,
                null,
                null,
                null,
                null,
                target == null ? null : new BigDecimal(target),
                current == null ? null : new BigDecimal(current),
                start == null ? null : LocalDate.parse(start),
                end == null ? null : LocalDate.parse(end),
                null,
                active);
    }
}
