package hub.projections.trend;

import static hub.projections.Given.picking;
import static hub.projections.Given.qc;
import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.view.NotFound;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrendsTest {

    private static final String NOW = "2026-01-16T18:00:00Z";

    private final World world = Given.world()
            .put(
                    qc(1, 1, 100, "2026-01-14T15:00:00Z"),
                    picking(2, 1, 100, "2026-01-15T15:00:00Z"),
                    picking(3, 2, 40, "2026-01-15T16:00:00Z"),
                    shift(1, 3, "2026-01-15T14:00:00Z", "2026-01-15T16:00:00Z"));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void onlyDaysWithAScoreCount() {
        PersonTrend trend = world.answer(new PersonTrendView(ScoreMode.LIVE), new PersonTrendQuery(1, 30), NOW)
                .body();
        assertThat(trend.dataPoints()).isEqualTo(2);
        assertThat(trend.totalItems()).isEqualTo(200);
        assertThat(trend.totalPoints()).isEqualByComparingTo("150");
        assertThat(trend.averagePoints()).isEqualByComparingTo("75");
        assertThat(trend.averageItems()).isEqualByComparingTo("100");
        assertThat(trend.consistency()).isEqualByComparingTo("0.67"); // deviation 25, mean 75
        assertThat(trend.trendDirection()).isEqualTo("insufficient_data");
        assertThat(trend.daily())
                .extracting(PersonTrend.ScoredDay::date)
                .containsExactly(day("2026-01-14"), day("2026-01-15"));
        assertThat(trend.daily().getLast().sevenDayAverage()).isEqualByComparingTo("75");
    }

    @Test
    void nobodyIsNotFound() {
        assertThatThrownBy(() -> world.answer(new PersonTrendView(ScoreMode.LIVE), new PersonTrendQuery(77, 30), NOW))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theTeamsDaysAddUpAndThoseOfARoleAreItsPeoples() {
        TeamTrendView view = new TeamTrendView("team", ScoreMode.LIVE);
        TeamTrend all = world.answer(view, new TeamTrendQuery(Optional.empty(), 30), NOW)
                .body();
        assertThat(all.daily())
                .containsExactly(
                        new TeamTrend.TeamDay(
                                day("2026-01-14"),
                                1,
                                100,
                                points("100.00"),
                                zero(),
                                points("100.00"),
                                points("100.00")),
                        new TeamTrend.TeamDay(
                                day("2026-01-15"), 3, 140, points("70.00"), zero(), points("85.00"), points("85.00")));
        assertThat(all.weeks()).containsExactly(new TeamTrend.TeamWeek("2026-W03", 2, 240, points("170.00")));

        // E1 packed and picked a hundred each: the lower role id is the primary one, and takes all that E1 did.
        TeamTrend pickers =
                world.answer(view, new TeamTrendQuery(Optional.of(3L), 30), NOW).body();
        assertThat(pickers.totalPoints()).isEqualByComparingTo("20");
        TeamTrend packers =
                world.answer(view, new TeamTrendQuery(Optional.of(2L), 30), NOW).body();
        assertThat(packers.totalPoints()).isEqualByComparingTo("150");
    }

    @Test
    void whoHasLeftHasWorkedAllTheSame() {
        world.put(new Row.Employee(1, "E1", false, 0L));
        TeamTrend all = world.answer(
                        new TeamTrendView("team", ScoreMode.LIVE), new TeamTrendQuery(Optional.empty(), 30), NOW)
                .body();
        assertThat(all.totalItems()).isEqualTo(240);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static BigDecimal points(String points) {
        return new BigDecimal(points);
    }

    private static BigDecimal zero() {
        return new BigDecimal("0.00");
    }
}
