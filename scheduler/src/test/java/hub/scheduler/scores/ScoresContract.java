package hub.scheduler.scores;

import static org.assertj.core.api.Assertions.assertThat;

import hub.scheduler.Stock;
import hub.scheduler.TestServers;
import hub.scheduler.run.Effects;
import hub.scheduler.run.Mode;
import hub.scheduler.seal.CloseDay;
import hub.scheduler.seal.FinalizeDaily;
import hub.scheduler.seal.RestateDays;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scores of the running day, on every server. */
abstract class ScoresContract {

    private static final Instant NOON = Instant.parse("2026-01-15T18:00:00Z");

    private final RealtimeScores realtime = new RealtimeScores();
    private final ProcessActivities activities = new ProcessActivities(14);

    private Stock stock =
            new Stock(new hub.mysql.MysqlSettings("unset", 1, "unset", "unset", "", hub.mysql.SslMode.PREFERRED));

    abstract TestServers servers();

    @BeforeEach
    void fill() {
        stock = Stock.with(servers().freshWarehouse(), 3);
    }

    @Test
    void onlyChangedScoresAreWrittenAndNeverFinalizedOnes() {
        stock.shift(1, NOON.minus(Duration.ofHours(4)), null);
        stock.window(1, 2, 100, NOON.minus(Duration.ofHours(4)), NOON.minusSeconds(60));
        stock.window(2, 2, 5, NOON.minusSeconds(600), NOON.minusSeconds(60));
        stock.run("INSERT INTO daily_scores (employee_id, score_date, points_earned, is_finalized)"
                + " VALUES (2, '2026-01-15', 77, 1)");

        assertThat(on(realtime, NOON)).isEqualTo("1 scores of 2026-01-15 new or changed");
        assertThat(scores()).containsExactly("1 2026-01-15 100 100.00 240 0", "2 2026-01-15 0 77.00 0 1");

        stock.run("UPDATE daily_scores SET updated_at = '2020-01-01'");
        assertThat(on(realtime, NOON)).isEqualTo("0 scores of 2026-01-15 new or changed");
        assertThat(stock.rows("SELECT DISTINCT updated_at FROM daily_scores")).containsExactly("2020-01-01 00:00:00");

        stock.run("UPDATE activity_logs SET items_count = 101 WHERE employee_id = 1");
        assertThat(shadow(realtime, NOON))
                .isEqualTo("1 scores of 2026-01-15 new or changed: employee 1 (items 100, should be 101;"
                        + " points 100.00, should be 101.00)");
        assertThat(scores().getFirst()).as("a shadow").isEqualTo("1 2026-01-15 100 100.00 240 0");
        assertThat(on(realtime, NOON)).isEqualTo("1 scores of 2026-01-15 new or changed");
        assertThat(scores().getFirst()).isEqualTo("1 2026-01-15 101 101.00 240 0");
    }

    @Test
    void afterTheEveningsSealNothingOfItMoves() {
        stock.window(1, 2, 100, NOON, NOON.plusSeconds(600));
        on(new FinalizeDaily(Duration.ZERO), NOON.plus(Duration.ofHours(6)));
        stock.window(1, 2, 1, NOON.plus(Duration.ofHours(7)), null);
        stock.window(2, 2, 3, NOON.plus(Duration.ofHours(7)), null);

        on(realtime, NOON.plus(Duration.ofHours(8)));

        assertThat(scores()).containsExactly("1 2026-01-15 100 100.00 10 1", "2 2026-01-15 3 3.00 0 0");
    }

    @Test
    void workRecordedSinceTheLastRunIsScoredWhateverItsDay() {
        recorded(1, "2026-01-13T15:00:00Z", NOON.minusSeconds(120));
        recorded(2, "2026-01-15T15:00:00Z", NOON.minusSeconds(120));
        recorded(3, "2026-01-15T15:00:00Z", NOON.minus(Duration.ofHours(3)));
        Effects.succeeded(stock, "process-activities", NOON.minus(Duration.ofMinutes(10)));

        assertThat(shadow(activities, NOON))
                .isEqualTo("2 scores were lacking: employee 1 of 2026-01-13 (no row, should be 4 items, 4.00 points),"
                        + " employee 2 of 2026-01-15 (no row, should be 4 items, 4.00 points)");
        assertThat(scores()).as("a shadow").isEmpty();
        assertThat(on(activities, NOON)).isEqualTo("2 scores were lacking");
        assertThat(on(activities, NOON)).isEqualTo("0 scores were lacking");
        assertThat(scores()).containsExactly("1 2026-01-13 4 4.00 9 0", "2 2026-01-15 4 4.00 9 0");
    }

    /** The instance before was ten minutes fast: it read ten minutes before its due instant, and commits may be slow. */
    @Test
    void clocksThatAreTenMinutesApartLeaveNothingBetweenTwoRuns() {
        Instant last = NOON.minus(Duration.ofMinutes(10));
        recorded(1, "2026-01-15T15:00:00Z", last.minus(Duration.ofMinutes(10)));
        recorded(2, "2026-01-15T15:00:00Z", last.minus(Duration.ofMinutes(14)));
        recorded(3, "2026-01-15T15:00:00Z", last.minus(Duration.ofMinutes(16)));
        Effects.succeeded(stock, "process-activities", last);

        assertThat(on(activities, NOON)).isEqualTo("2 scores were lacking");
    }

    @Test
    void aGapIsCoveredAndTold() {
        recorded(3, "2026-01-15T15:00:00Z", NOON.minus(Duration.ofHours(3)));
        Effects.succeeded(stock, "process-activities", NOON.minus(Duration.ofHours(4)));

        assertThat(on(activities, NOON)).isEqualTo("1 scores were lacking; after a gap of 240 min");
    }

    @Test
    void whatAShadowLookedAtIsScoredOnceTheJobIsOn() {
        recorded(3, "2026-01-15T15:00:00Z", NOON.minus(Duration.ofMinutes(25)));
        Effects.succeeded(stock, "process-activities", NOON.minus(Duration.ofMinutes(30)));
        Effects.succeeded(stock, "process-activities", NOON.minus(Duration.ofMinutes(10)));
        stock.run(
                "UPDATE hub_job_runs SET run_key = CONCAT('shadow ', run_key) WHERE due_at = ?",
                NOON.minusSeconds(600));

        assertThat(on(activities, NOON)).isEqualTo("1 scores were lacking; after a gap of 30 min");
    }

    @Test
    void aFirstRunThatComesLateLooksBackToWhenTheJobWasFirstOn() {
        recorded(3, "2026-01-15T15:00:00Z", NOON.minus(Duration.ofMinutes(100)));
        Effects.succeeded(stock, "process-activities", NOON.minus(Duration.ofMinutes(120)));
        stock.run("UPDATE hub_job_runs SET run_key = 'begun on', outcome = 'begun'");

        assertThat(on(activities, NOON)).isEqualTo("1 scores were lacking; after a gap of 120 min");
    }

    @Test
    void daysThatAreClosedAreLeftToRestatements() {
        on(new CloseDay(), Instant.parse("2026-01-14T06:10:00Z"));
        recorded(1, "2026-01-13T15:00:00Z", NOON.minusSeconds(120));

        assertThat(on(activities, NOON))
                .isEqualTo("0 scores were lacking, 1 more of closed days are left to restate-days");
        assertThat(scores()).isEmpty();
    }

    /** At noon of the 15th, the next to look are those of 4:30 on the 16th: at the 13th and on, if it is three days. */
    @Test
    void ofAClosedDayThatIsNotLookedAtAgainNothingIsPromised() {
        on(new CloseDay(), Instant.parse("2026-01-13T06:10:00Z"));
        on(new CloseDay(), Instant.parse("2026-01-14T06:10:00Z"));
        recorded(1, "2026-01-12T15:00:00Z", NOON.minusSeconds(120));
        recorded(2, "2026-01-13T15:00:00Z", NOON.minusSeconds(120));

        assertThat(on(new ProcessActivities(3), NOON))
                .isEqualTo(
                        "0 scores were lacking, 1 more of closed days are left to restate-days, 1 more of closed days"
                                + " before 2026-01-13, at which restate-days looks only if it is asked to");

        on(new RestateDays(3), Instant.parse("2026-01-16T10:30:00Z"));
        assertThat(scores()).containsExactly("2 2026-01-13 4 4.00 9 1");
    }

    /** Their record says otherwise from now on, and nothing will change that by itself. */
    @Test
    void lateWorkOfAClosedDayIsToldAlsoOfWhoHasAScore() {
        recorded(1, "2026-01-12T15:00:00Z", Instant.parse("2026-01-12T16:00:00Z"));
        on(new CloseDay(), Instant.parse("2026-01-13T06:10:00Z"));
        recorded(1, "2026-01-12T17:00:00Z", NOON.minusSeconds(120));

        assertThat(on(new ProcessActivities(3), NOON))
                .isEqualTo(
                        "0 scores were lacking, 1 more of closed days before 2026-01-13, at which restate-days looks only"
                                + " if it is asked to");
        assertThat(on(activities, NOON)).as("of those that are restated").isEqualTo("0 scores were lacking");
    }

    /** The evening's seal recorded what an item was worth; nobody has closed the day yet. */
    @Test
    void lateWorkOfADayThatHasEndedIsWorthWhatItsSealRecorded() {
        on(new FinalizeDaily(Duration.ZERO), Instant.parse("2026-01-15T00:00:00Z"));
        stock.run("UPDATE role_configs SET multiplier = 3 WHERE id = 2");
        recorded(1, "2026-01-14T15:00:00Z", NOON.minusSeconds(120));
        recorded(2, "2026-01-15T15:00:00Z", NOON.minusSeconds(120));

        assertThat(on(activities, NOON)).isEqualTo("2 scores were lacking");
        assertThat(scores()).containsExactly("1 2026-01-14 4 4.00 9 0", "2 2026-01-15 4 12.00 9 0");
    }

    @Test
    void workOlderThanTwoWeeksIsToldAndNotScored() {
        recorded(1, "2025-12-26T15:00:00Z", NOON.minusSeconds(120));
        recorded(1, "2025-12-26T15:10:00Z", NOON.minusSeconds(120));
        recorded(2, "2025-12-27T15:00:00Z", NOON.minusSeconds(120));
        recorded(3, "2025-12-28T15:00:00Z", Instant.parse("2025-12-28T16:00:00Z"));

        assertThat(on(activities, NOON))
                .isEqualTo("0 scores were lacking, 2 more that are older than 14 days, at which nobody looks");
        assertThat(scores()).isEmpty();
    }

    private void recorded(int employee, String start, Instant created) {
        stock.run(
                "INSERT INTO activity_logs (employee_id, role_id, items_count, window_start, window_end, created_at)"
                        + " VALUES (?, 2, 4, ?, ?, ?)",
                employee,
                Instant.parse(start),
                Instant.parse(start).plusSeconds(599),
                created);
    }

    private String on(hub.scheduler.run.Job job, Instant due) {
        return Effects.of(job, due, stock, Mode.ON);
    }

    private String shadow(hub.scheduler.run.Job job, Instant due) {
        return Effects.of(job, due, stock, Mode.SHADOW);
    }

    private List<String> scores() {
        return stock.rows("SELECT employee_id, score_date, items_processed, points_earned, active_minutes, is_finalized"
                + " FROM daily_scores ORDER BY employee_id");
    }
}
