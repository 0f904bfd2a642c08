package hub.projections.portal;

import static hub.projections.Given.picking;
import static hub.projections.Given.qc;
import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.portal.Earned.EarnedOne;
import hub.projections.portal.Goals.PersonalGoal;
import hub.projections.source.NotInSource;
import hub.projections.view.NotFound;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortalTest {

    private static final String EVENING = "2026-01-15T23:30:00Z";

    private final World world = Given.world();
    private final StatsView stats = new StatsView(ScoreMode.LIVE);
    private final TrendsView trends = new TrendsView(ScoreMode.LIVE);
    private final StreakView streak = new StreakView(ScoreMode.LIVE);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void goalsStandAgainstTheDaySoFar() {
        Instant old = Instant.parse("2026-01-01T12:00:00Z");
        world.has(Table.EMPLOYEE_GOALS)
                .put(
                        shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z"),
                        qc(1, 1, 200, "2026-01-15T14:10:00Z"),
                        picking(2, 1, 100, "2026-01-15T15:00:00Z"),
                        goal(1, 1, "weekly", "points_earned", "1000", true, old),
                        goal(2, 1, "daily", "items_processed", "400", true, old),
                        goal(3, 1, "daily", "items_processed", "200", true, old.plusSeconds(1)),
                        goal(4, 1, "daily", "efficiency", "0.50", true, null),
                        goal(5, 1, "daily", "quality", null, true, null),
                        goal(6, 1, "daily", "items_processed", "1", false, old),
                        goal(7, 2, "daily", "items_processed", "1", true, old));

        Goals goals = world.answer(new GoalsView(ScoreMode.LIVE), new PersonQuery(1), EVENING)
                .body();
        assertThat(goals.goals())
                .extracting(
                        PersonalGoal::id,
                        one -> one.current().toPlainString(),
                        one -> one.progress().toPlainString())
                .containsExactly(
                        tuple(3L, "300", "100.0"),
                        tuple(2L, "300", "75.0"),
                        tuple(4L, "0.22", "44.0"),
                        tuple(5L, "0", "0.0"),
                        tuple(1L, "250.00", "25.0"));
        assertThat(goals.goals().getLast().startDate()).isEqualTo("2026-01-01");
    }

    /** The keys and icons of domain 4.4. */
    @ParameterizedTest
    @CsvSource({
        "daily_target_met, 🎯",
        "perfect_efficiency, ⚡",
        "early_bird, 🌅",
        "weekly_consistency, 👑",
        "improvement_week, 🌟",
        "streak_3, 🔥",
        "streak_7, ⚔️",
        "streak_30, 🏆",
        "first_1000_points, 💎",
        "first_10000_points, 💫",
        "team_player, 🤝",
        "zero_idle, 🚀"
    })
    void everyAchievementThatIsAwardedHasAName(String key, String icon) {
        assertThat(Medal.of(key).icon()).isEqualTo(icon);
        assertThat(Medal.of(key).name()).isNotBlank().isNotEqualTo(key);
        assertThat(Medal.of(key).description()).isNotBlank();
    }

    @Test
    void achievementsAreTheLatestAndTheirPointsAll() {
        world.has(Table.EMPLOYEE_ACHIEVEMENTS).put(earned(1, 1, "early_bird", null, 7L), earned(2, 2, "x", null, 9L));
        for (int i = 0; i < 49; i++) {
            world.put(earned(
                    10 + i, 1, "streak_9", Instant.parse("2026-01-14T12:00:00Z").plusSeconds(i), null));
        }
        world.put(earned(3, 1, "early_bird", Instant.parse("2026-01-15T05:59:59Z"), 5L));

        Earned body =
                world.answer(new EarnedView(), new PersonQuery(1), EVENING).body();
        assertThat(body.achievements()).hasSize(50);
        assertThat(body.achievements().getFirst())
                .isEqualTo(new EarnedOne(
                        "early_bird", "Early Bird", "🌅", "Started before 7:30 AM", 5, "2026-01-14 23:59"));
        assertThat(body.achievements().get(1))
                .isEqualTo(new EarnedOne("streak_9", "streak_9", "🏅", "", 0, "2026-01-14 06:00"));
        assertThat(body.totalPoints()).as("also of those that are not shown").isEqualTo(12);
        assertThat(body.count()).isEqualTo(50);
    }

    @Test
    void withoutTheirTablesNothingIsKnown() {
        assertThatThrownBy(() -> world.answer(new GoalsView(ScoreMode.LIVE), new PersonQuery(1), EVENING))
                .isInstanceOf(NotInSource.class);
        assertThatThrownBy(() -> world.answer(new EarnedView(), new PersonQuery(1), EVENING))
                .isInstanceOf(NotInSource.class);
    }

    private static Row.Goal goal(
            long id,
            long employee,
            String type,
            String metric,
            @Nullable String target,
            boolean active,
            @Nullable Instant created) {
        return new Row.Goal(
                id,
                employee,
                type,
                metric,
                target == null ? null : new BigDecimal(target),
                LocalDate.parse("2026-01-01"),
                null,
                active,
                created);
    }

    private static Row.EarnedAchievement earned(
            long id, long employee, String key, @Nullable Instant at, @Nullable Long points) {
        return new Row.EarnedAchievement(id, employee, key, at, points);
    }

    @Test
    void aPersonsDayBesideEverybodys() {
        world.put(
                        shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z"),
                        shift(2, 1, "2026-01-15T18:30:00Z", "2026-01-15T22:30:00Z"),
                        shift(3, 2, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z"))
                .put(qc(1, 1, 100, "2026-01-15T22:20:00Z"), qc(2, 2, 51, "2026-01-15T15:00:00Z"))
                .put(qc(3, 3, 100, "2026-01-15T15:00:00Z"));

        PersonToday day = world.answer(stats, new PersonQuery(1), EVENING).body();

        assertThat(day.itemsProcessed()).isEqualTo(100);
        assertThat(day.pointsEarned()).isEqualTo(new BigDecimal("100.00"));
        // 480 clocked; idle before the first window: 240 and 230 within shifts, less 15; none after
        assertThat(day.activeMinutes()).isEqualTo(25);
        assertThat(day.efficiency()).isEqualTo(new BigDecimal("0.05"));
        assertThat(day.hoursToday()).as("a lunch is not worked").isEqualTo(new BigDecimal("8.0"));
        assertThat(day.idleMinutes()).isEqualTo(60);
        assertThat(day.employeeRank()).as("E3 has as many points").isEqualTo(1);
        assertThat(day.totalEmployees()).isEqualTo(2);
        assertThat(day.teamAvgItems()).isEqualTo(new BigDecimal("83.7"));
        assertThat(world.answer(stats, new PersonQuery(2), EVENING).body().employeeRank())
                .isEqualTo(3);
        assertThat(world.answer(stats, new PersonQuery(4), EVENING).body().employeeRank())
                .as("without a score there is no rank")
                .isNull();
    }

    @Test
    void whoHasNoScoreIsNotAheadOfNegativePoints() {
        world.put(qc(1, 1, -4, "2026-01-15T15:00:00Z"))
                .put(
                        shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z"),
                        shift(2, 2, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z"));

        PersonToday day = world.answer(stats, new PersonQuery(1), EVENING).body();

        assertThat(day.pointsEarned()).isEqualTo(new BigDecimal("-4.00"));
        assertThat(day.employeeRank())
                .as("E2 has a shift and 0 points; E3 and E4 have nothing of today")
                .isEqualTo(2);
    }

    @Test
    void idleTimeIsSinceTheLastWindowEnded() {
        world.put(picking(1, 1, 10, "2026-01-15T20:00:00Z"));

        assertThat(idle("2026-01-15T20:05:00Z")).as("the window is not over").isZero();
        assertThat(idle("2026-01-15T20:40:59Z")).isEqualTo(30);
        assertThat(world.answer(stats, new PersonQuery(1), "2026-01-15T20:40:59Z")
                        .until())
                .isEqualTo(Instant.parse("2026-01-15T20:41:00Z"));
        assertThat(idle("2026-01-16T05:59:59Z")).isEqualTo(589);
        assertThat(idle("2026-01-16T06:00:00Z"))
                .as("another day, without a window")
                .isZero();
        world.put(picking(1, 1, 10, "2026-01-15T06:00:00Z"));
        assertThat(idle("2026-01-16T05:00:00Z")).isEqualTo(999);
    }

    @Test
    void trendsListTheDaysOfAPersonsScore() {
        world.put(
                        shift(1, 1, "2026-01-13T14:00:00Z", "2026-01-13T22:00:00Z"),
                        shift(2, 2, "2026-01-14T14:00:00Z", "2026-01-14T22:00:00Z"))
                .put(qc(1, 1, 100, "2026-01-15T15:00:00Z"), qc(2, 1, 7, "2026-01-12T15:00:00Z"))
                .put(new Row.Score(1, 1, LocalDate.parse("2026-01-13"), 0L, BigDecimal.ZERO, 120L, true));

        Trends three = world.answer(trends, new TrendsQuery(1, 3), EVENING).body();

        assertThat(three.hasData()).isTrue();
        assertThat(three.days()).isEqualTo(3);
        assertThat(three.trend())
                .containsExactly(
                        new Trends.Day(
                                LocalDate.parse("2026-01-13"), 0, new BigDecimal("0.00"), new BigDecimal("0.25"), 120),
                        new Trends.Day(
                                LocalDate.parse("2026-01-15"),
                                100,
                                new BigDecimal("100.00"),
                                new BigDecimal("0.00"),
                                10));
        assertThat(world.answer(trends, new TrendsQuery(3, 90), EVENING).body().hasData())
                .isFalse();
        assertThat(trends.fitsMysql(new TrendsQuery(1, 7))).isTrue();
        assertThat(trends.fitsMysql(new TrendsQuery(1, 8))).isFalse();
        assertThatThrownBy(() -> new TrendsQuery(1, 91)).hasMessage("91 days; allowed are 1 to 90");
    }

    @Test
    void t18Streak() {
        world.put(
                qc(1, 1, 10, "2026-01-12T15:00:00Z"),
                qc(2, 1, 10, "2026-01-13T15:00:00Z"),
                qc(3, 1, 10, "2026-01-14T15:00:00Z"));
        assertThat(streak("2026-01-15T13:00:00Z")).isEqualTo(3);

        world.put(qc(4, 1, 10, "2026-01-15T15:00:00Z"));
        assertThat(streak("2026-01-15T16:00:00Z")).isEqualTo(4);
        assertThat(streak("2026-01-17T05:59:59Z")).isEqualTo(4);
        assertThat(world.answer(streak, new PersonQuery(1), "2026-01-17T05:59:59Z")
                        .until())
                .isEqualTo(Instant.parse("2026-01-17T06:00:00Z"));
        assertThat(streak("2026-01-17T06:00:00Z")).isZero();

        world.delete(Table.ACTIVITY_LOGS, 2);
        assertThat(streak("2026-01-15T16:00:00Z")).as("a gap is a gap").isEqualTo(2);
    }

    @Test
    void recentWorkIsToldByTheChicagoClockNewestFirst() {
        world.put(
                picking(1, 1, 10, "2026-01-15T05:55:00Z"), // ends at 00:05
                qc(2, 1, 20, "2026-01-16T01:00:00Z"),
                picking(3, 1, 30, "2026-01-16T05:55:00Z"), // ends tomorrow
                picking(4, 2, 40, "2026-01-15T15:00:00Z"),
                picking(5, 1, 50, "2026-01-15T05:40:00Z")); // ended yesterday

        assertThat(world.answer(new RecentView(), new PersonQuery(1), "2026-01-16T02:00:00Z")
                        .body())
                .containsExactly(new RecentWork("19:10", 20, "Shipping"), new RecentWork("00:05", 10, "Picking"));

        for (int i = 0; i < 25; i++) {
            world.put(picking(100 + i, 1, i, "2026-01-15T15:00:00Z"));
        }
        assertThat(world.answer(new RecentView(), new PersonQuery(1), "2026-01-16T02:00:00Z")
                        .body())
                .hasSize(20)
                .element(1)
                .isEqualTo(new RecentWork("09:10", 24, "Picking"));
    }

    @Test
    void whoDoesNotExistIsNotFound() {
        assertThatThrownBy(() -> world.answer(stats, new PersonQuery(99), EVENING))
                .isInstanceOf(NotFound.class)
                .hasMessage("Employee not found");
    }

    private long idle(String now) {
        return world.answer(stats, new PersonQuery(1), now).body().idleMinutes();
    }

    private long streak(String now) {
        return world.answer(streak, new PersonQuery(1), now).body().currentStreak();
    }
}
