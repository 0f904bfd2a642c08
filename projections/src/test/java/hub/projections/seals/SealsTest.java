package hub.projections.seals;

import static hub.projections.Given.picking;
import static hub.projections.Given.qc;
import static hub.projections.Given.shift;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.cost.CostView;
import hub.projections.heatmap.HeatmapView;
import hub.projections.leaderboard.LeaderboardView;
import hub.projections.view.RangeQuery;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the jobs write, as readers see it. */
class SealsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-15");
    private static final String EVENING = "2026-01-16T05:59:59Z";
    private static final String MIDNIGHT = "2026-01-16T06:00:00Z";

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aDayHasVersionsOfWhichTheLastCounts() {
        Instant at = Instant.parse("2026-01-16T00:00:00Z");
        world.put(
                new Row.Seal(2, DAY, 2, "closing", "0-1-9", at, at.plusSeconds(600), 41, "cd"),
                new Row.Seal(1, DAY, 1, "provisional", "", at, at.plusSeconds(1), 40, "ab"));

        PartitionId partition = SealDay.BOARD.in(new Partition.Day(DAY));
        SealDay seals =
                SealDay.BOARD.decode().apply(requireNonNull(world.stored().get(partition)));

        assertThat(seals.versions()).extracting(SealDay.Version::number).containsExactly(1L, 2L);
        assertThat(seals.latest())
                .contains(new SealDay.Version(2, "closing", at, at.plusSeconds(600), 41, "cd", "0-1-9"));
    }

    @Test
    void whatAnHourWasWorthIsKeptButOnlyOnceTheDayHasEnded() {
        world.put(shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z"))
                .put(picking(1, 1, 100, "2026-01-15T15:00:00Z"))
                .put(new Row.Payrate(1, 1, new BigDecimal("20.00"), "hourly", null, null))
                .put(new Row.DayRate(1, DAY, "employee", 1, new BigDecimal("15.5000")))
                .put(new Row.DayRate(2, DAY, "role", 1, new BigDecimal("99.0000")));

        assertThat(cost(EVENING)).isEqualByComparingTo("160.00");
        assertThat(cost(MIDNIGHT)).isEqualByComparingTo("124.00");

        world.delete(Table.DAY_RATES, 1);
        assertThat(cost(MIDNIGHT)).isEqualByComparingTo("160.00");
    }

    @Test
    void whatAnItemWasWorthIsKeptButOnlyOnceTheDayHasEnded() {
        world.put(qc(1, 1, 7, "2026-01-15T15:00:00Z"))
                .put(new Row.DayRate(1, DAY, "role", 2, new BigDecimal("1.5000")))
                .put(new Row.DayRate(2, DAY, "employee", 2, new BigDecimal("99.0000")));

        assertThat(pointsAtNine(EVENING)).isEqualByComparingTo("7.0");
        assertThat(pointsAtNine(MIDNIGHT)).isEqualByComparingTo("10.5");

        world.put(Given.role(2, "Packing and Shipping", false, "3.00", "100", 10));
        assertThat(pointsAtNine(EVENING)).isEqualByComparingTo("21.0");
        assertThat(pointsAtNine(MIDNIGHT)).isEqualByComparingTo("10.5");
    }

    /** Late work of somebody whom the seal did not score is worth what the same work was worth to the others. */
    @Test
    void workWithoutAStoredScoreIsWorthWhatTheSealSaysOnceTheDayHasEnded() {
        world.put(qc(1, 1, 7, "2026-01-15T15:00:00Z"))
                .put(new Row.DayRate(1, DAY, "role", 2, new BigDecimal("1.5000")))
                .put(new Row.DayRate(2, DAY, "role", 3, new BigDecimal("99.0000")));

        assertThat(score(EVENING)).isEqualByComparingTo("7.00");
        assertThat(score(MIDNIGHT)).isEqualByComparingTo("10.50");

        world.put(Given.role(2, "Packing and Shipping", false, "0.00", "100", 10));
        assertThat(score(EVENING)).isZero();
        assertThat(score(MIDNIGHT)).isEqualByComparingTo("10.50");
        assertThat(streak(EVENING)).isZero();
        assertThat(streak(MIDNIGHT)).isOne();
    }

    /** From midnight until close-day has run, the evening's record is what the day came to; decision record 0035. */
    @Test
    void betweenMidnightAndClosingTheEveningsRecordCounts() {
        world.put(qc(1, 1, 7, "2026-01-15T15:00:00Z"))
                .put(qc(2, 1, 30, "2026-01-16T02:00:00Z"))
                .put(sealed("7.00"));

        assertThat(score(EVENING)).as("at 23:59:59, live").isEqualByComparingTo("37.00");
        assertThat(score(MIDNIGHT)).as("the evening's, of 18:05").isEqualByComparingTo("7.00");
        assertThat(score("2026-01-16T06:10:00Z")).isEqualByComparingTo("7.00");

        world.put(sealed("37.00"));
        assertThat(score("2026-01-16T06:10:01Z")).as("the closing one").isEqualByComparingTo("37.00");
    }

    private static Row.Score sealed(String points) {
        return new Row.Score(1, 1, DAY, 7L, new BigDecimal(points), 0L, true);
    }

    private @Nullable Long streak(String now) {
        return world.view(new LeaderboardView(ScoreMode.LIVE), DAY.toString(), now)
                .getFirst()
                .streak();
    }

    private BigDecimal score(String now) {
        return world.view(new LeaderboardView(ScoreMode.LIVE), DAY.toString(), now)
                .getFirst()
                .score();
    }

    private BigDecimal pointsAtNine(String now) {
        return world.view(new HeatmapView(), DAY.toString(), now).get(3).points();
    }

    private BigDecimal cost(String now) {
        return world.answer(new CostView(ScoreMode.LIVE), new RangeQuery(DAY, DAY), now)
                .body()
                .employeeCosts()
                .getFirst()
                .totalCost();
    }
}
