package hub.scheduler.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.time.CentralDay;
import hub.scheduler.Stock;
import hub.scheduler.TestServers;
import hub.scheduler.run.Effects;
import hub.scheduler.run.Job;
import hub.scheduler.run.Mode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a day's record says and how it is sealed, on every server. */
abstract class SealContract {

    private static final LocalDate DAY = LocalDate.parse("2026-01-15");
    private static final Instant SIX = Instant.parse("2026-01-16T00:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-01-16T06:10:00Z");
    private static final Instant EARLY = Instant.parse("2026-01-16T10:30:00Z");

    private final FinalizeDaily evening = new FinalizeDaily(Duration.ofMinutes(5));
    private final CloseDay night = new CloseDay();
    private final RestateDays later = new RestateDays(14);

    private Stock stock =
            new Stock(new hub.mysql.MysqlSettings("unset", 1, "unset", "unset", "", hub.mysql.SslMode.PREFERRED));

    abstract TestServers servers();

    @BeforeEach
    void fill() {
        stock = Stock.with(servers().freshWarehouse(), 3);
    }

    /** The SQL says what an independent reading of the same rows says; days with 23, 24 and 25 hours among them. */
    @Test
    void strangeDaysAreComputedAsTheDomainSays() throws SQLException {
        stock.role(6, "Without expectation", "batch", "0.33", null, null);
        stock.role(7, "Without threshold", "continuous", "0.07", "0", null);
        stock.run("INSERT INTO employees (id, name, is_active) VALUES (4, 'E4', 0), (5, 'E5', 1)");
        stock.run("INSERT INTO daily_scores (employee_id, score_date, items_processed) VALUES (5, '2026-03-08', 7)");
        long seed = Long.getLong("hub.test.seed", new Random().nextLong(10_000_000));
        Random random = new Random(seed);
        for (String day : List.of("2026-03-08", "2026-11-01", "2026-07-01", "2026-01-15")) {
            for (int more = 0; more < 2; more++) {
                RandomDay.write(stock, LocalDate.parse(day), 4, random);
                for (int hours : new int[] {9, 18, 24, 40}) {
                    Instant at = new CentralDay(LocalDate.parse(day)).start().plus(Duration.ofHours(hours));
                    try (Connection connection = stock.connect()) {
                        assertThat(DaySql.rows(connection, LocalDate.parse(day), at, false))
                                .as("%s at %s, seed %s", day, at, seed)
                                .isEqualTo(ReferenceDay.rows(connection, LocalDate.parse(day), at, Map.of()));
                    }
                }
            }
        }
    }

    /** By hand: 8 hours clocked; 15 minutes to begin with are free, 45 are not; then 50 items are worth 26.25 minutes. */
    @Test
    void aDayByHand() throws SQLException {
        stock.shift(1, at("14:00"), at("22:00"));
        stock.window(1, 3, 50, at("15:00"), at("15:10"));
        stock.window(1, 2, 20, at("16:10"), at("21:50"));
        stock.window(2, 5, 7, at("16:00"), at("16:04"));
        try (Connection connection = stock.connect()) {
            assertThat(DaySql.rows(connection, DAY, NIGHT, false))
                    .containsExactly(
                            // 480 - (60 - 15) - (60 - 26.25) - 0 = 401.25
                            new FrozenRow(
                                    1,
                                    70,
                                    new java.math.BigDecimal("45.00"),
                                    401,
                                    480,
                                    new java.math.BigDecimal("0.84")),
                            new FrozenRow(
                                    2, 7, new java.math.BigDecimal("8.75"), 4, 0, new java.math.BigDecimal("0.00")));
        }
    }

    /** Vector T16: 480 minutes less 15, 39.5, 310 and 5 of idleness. */
    @Test
    void t16ADayThatIsClosedInTheNight() {
        stock.shift(1, at("14:00"), at("22:00"));
        stock.window(1, 3, 20, at("14:30"), at("14:40"));
        stock.window(1, 2, 10, at("15:30"), at("15:40"));
        stock.window(1, 2, 10, at("21:00"), at("21:30"));
        run(night, NIGHT);
        assertThat(scores()).containsExactly("1 40 30.00 110 480 0.23 1");
    }

    @Test
    void aDayGoesThroughItsVersions() {
        stock.shift(1, at("14:00"), null);
        stock.window(1, 2, 100, at("15:00"), at("15:10"));
        stock.window(2, 3, 40, at("15:00"), at("15:10"));
        stock.run(
                "INSERT INTO daily_scores (employee_id, score_date, items_processed) VALUES (2, ?, 39)",
                DAY.toString());

        assertThat(run(evening, SIX))
                .isEqualTo("2026-01-15 sealed, version 1, provisional: 2 rows, 2 of them new or changed;"
                        + " 140 items and 120.00 points, before that 39 items and 0.00 points");
        assertThat(scores()).containsExactly("1 100 100.00 35 600 0.06 1", "2 40 20.00 10 0 0.00 1");
        List<String> untouched = stock.rows("SELECT id, updated_at FROM daily_scores ORDER BY id");

        assertThat(run(evening, SIX)).isEqualTo("1 days looked at, nothing to change");
        assertThat(seals()).containsExactly("1 provisional 2");
        assertThat(stock.rows("SELECT id, updated_at FROM daily_scores ORDER BY id"))
                .isEqualTo(untouched);

        stock.window(3, 2, 5, at("23:59"), null);
        stock.run("UPDATE clock_times SET clock_out = ?", SIX.plus(Duration.ofHours(1)));
        stock.run(
                "INSERT INTO daily_scores (employee_id, score_date, items_processed, points_earned) VALUES (3, ?, 5, 5)",
                DAY.toString());
        assertThat(run(night, NIGHT))
                .as("nobody has sealed what realtime-scores wrote in the evening")
                .isEqualTo("2026-01-15 sealed, version 2, closing: 3 rows, 2 of them new or changed; 145 items and"
                        + " 125.00 points, before that 140 items and 120.00 points; what was stored: employee 1 (active minutes 35,"
                        + " should be 50; clocked minutes 600, should be 660; efficiency 0.06, should be 0.08), employee 3"
                        + " (not final, should be)");
        assertThat(run(night, NIGHT)).isEqualTo("1 days looked at, nothing to change");
        assertThat(run(evening, SIX)).as("a late evening run reopens nothing").endsWith("nothing to change");

        stock.role(2, "Packing and Shipping", "continuous", "9.00", "100", 10);
        assertThat(run(later, EARLY))
                .as("a changed multiplier restates nothing")
                .isEqualTo("14 days looked at, nothing to change");

        stock.run("UPDATE activity_logs SET items_count = 41 WHERE employee_id = 2");
        assertThat(run(later, EARLY))
                .startsWith("2026-01-15 sealed, version 3, restated: 3 rows, 1 of them new or changed; 146 items and"
                        + " 125.50 points, before that 145 items and 125.00 points");
        assertThat(seals()).containsExactly("1 provisional 2", "2 closing 3", "3 restated 3");
        assertThat(stock.rows("SELECT DISTINCT position FROM hub_seals"))
                .as("the position of the transaction that sealed")
                .containsExactly("0-1-1");
        assertThat(scores().get(1)).isEqualTo("2 41 20.50 10 0 0.00 1");

        stock.run("UPDATE daily_scores SET points_earned = 1 WHERE employee_id = 1");
        assertThat(run(later, EARLY)).as("somebody wrote over it").contains("version 4, restated");
        assertThat(scores().getFirst()).startsWith("1 100 100.00");
    }

    /** At 00:10 the shift has lasted 610 minutes, and when the day is restated 960; what was then said is not unsaid. */
    @Test
    void closingAClosedDayDoesNotGoBackInTime() {
        stock.shift(1, at("20:00"), null);
        run(night, NIGHT);
        run(later, NIGHT.plus(Duration.ofDays(1)));
        assertThat(scores()).containsExactly("1 0 0.00 0 960 0.00 1");

        assertThat(run(night, NIGHT)).endsWith("nothing to change");
        stock.window(1, 2, 100, at("20:00"), at("20:10"));
        assertThat(run(night, NIGHT)).contains("version 3, restated");
        assertThat(scores().getFirst()).startsWith("1 100 100.00").contains(" 960 ");
        assertThat(stock.rows("SELECT version, evaluated_at FROM hub_seals ORDER BY version"))
                .containsExactly("1 2026-01-16 06:10:00", "2 2026-01-16 22:00:00", "3 2026-01-16 22:00:00");
    }

    /** Their row stays and is final no more, so the record is what its seal covers. */
    @Test
    void aDeletedPersonLeavesTheRecordWhole() throws SQLException {
        stock.window(1, 2, 100, at("15:00"), at("15:10"));
        stock.window(2, 2, 50, at("15:00"), at("15:10"));
        run(night, NIGHT);
        stock.run("DELETE FROM employees WHERE id = 2");
        assertThat(isAsSealed()).as("until it is restated").isTrue();

        assertThat(run(later, EARLY))
                .startsWith(
                        "2026-01-15 sealed, version 2, restated: 1 rows, 0 of them new or changed; 100 items and"
                                + " 100.00 points, before that 150 items and 150.00 points; 1 rows of nobody are final no more");
        assertThat(scores()).containsExactly("1 100 100.00 10 0 0.00 1", "2 50 50.00 10 0 0.00 0");
        assertThat(isAsSealed()).isTrue();
        assertThat(run(later, EARLY)).endsWith("nothing to change");

        stock.run("UPDATE daily_scores SET points_earned = 1 WHERE employee_id = 1");
        assertThat(isAsSealed()).as("somebody wrote over it").isFalse();
    }

    private boolean isAsSealed() throws SQLException {
        try (Connection connection = stock.connect()) {
            return StoredDay.read(connection, DAY)
                    .isAsSealed(Seals.latest(connection, DAY).orElseThrow());
        }
    }

    @Test
    void aDayNeverClosedIsNotRestated() {
        run(evening, SIX);
        assertThat(run(later, EARLY)).endsWith("nothing to change");
        assertThat(seals()).containsExactly("1 provisional 0");
    }

    /** A shift was open at 00:10 and ended later in the night: to close the day once more is no step back to 00:10. */
    @Test
    void whateverIsRunAgainOverTheSameDataChangesNothing() {
        stock.shift(1, at("23:00"), null);
        run(evening, SIX);
        run(night, NIGHT);
        stock.run("UPDATE clock_times SET clock_out = '2026-01-16 09:00:00' WHERE employee_id = 1");
        assertThat(run(later, EARLY)).contains("version 3, restated");
        assertThat(scores()).containsExactly("1 0 0.00 0 600 0.00 1");
        stock.run("UPDATE clock_times SET clock_out = NULL WHERE employee_id = 1");
        assertThat(run(later, EARLY)).contains("version 4, restated");
        assertThat(scores()).as("open until 04:30").containsExactly("1 0 0.00 0 690 0.00 1");
        List<String> sealed = stock.rows("SELECT * FROM hub_seals");

        assertThat(run(evening, SIX)).isEqualTo("1 days looked at, nothing to change");
        assertThat(run(night, NIGHT)).isEqualTo("1 days looked at, nothing to change");
        assertThat(run(later, EARLY)).isEqualTo("14 days looked at, nothing to change");

        assertThat(stock.rows("SELECT * FROM hub_seals")).isEqualTo(sealed);
        assertThat(scores()).containsExactly("1 0 0.00 0 690 0.00 1");
    }

    @Test
    void anyoneCanMakeTheHashAgainFromTheStoredRows() {
        stock.shift(1, at("14:00"), at("22:00"));
        stock.window(1, 3, 50, at("15:00"), at("15:10"));
        stock.window(3, 2, 5, at("15:00"), at("15:10"));
        run(night, NIGHT);

        String again = stock.rows(
                        "SELECT SHA2(GROUP_CONCAT(CONCAT_WS(' ', employee_id, items_processed, points_earned,"
                                + " active_minutes, ROUND(clocked_minutes), efficiency_rate), '\\n' ORDER BY employee_id"
                                + " SEPARATOR ''), 256) FROM daily_scores WHERE score_date = ?",
                        DAY.toString())
                .getFirst();

        assertThat(stock.rows("SELECT hash FROM hub_seals")).containsExactly(again);
    }

    @Test
    void whatWorkWasWorthIsRecordedWithTheSeal() {
        stock.shift(1, at("14:00"), at("22:00"));
        stock.shift(2, at("14:00"), at("22:00"));
        stock.shift(3, at("14:00"), at("22:00"));
        stock.run("INSERT INTO employee_payrates (employee_id, pay_rate, pay_type) VALUES (1, 21.50, 'hourly'),"
                + " (2, 5200, 'salary')");
        run(evening, SIX);
        stock.run("UPDATE employee_payrates SET pay_rate = 22 WHERE employee_id = 1");
        run(night, NIGHT);
        stock.run("UPDATE employee_payrates SET pay_rate = 23 WHERE employee_id = 1");
        stock.run("UPDATE clock_times SET clock_out = ? WHERE employee_id = 1", at("21:00"));
        run(later, EARLY);

        assertThat(stock.rows("SELECT subject_id, rate FROM hub_day_rates WHERE kind = 'employee' ORDER BY subject_id"))
                .containsExactly("1 22.0000", "2 25.0000", "3 13.0000");
        assertThat(stock.rows("SELECT subject_id, rate FROM hub_day_rates WHERE kind = 'role' ORDER BY subject_id"))
                .containsExactly("1 2.0000", "2 1.0000", "3 0.5000", "4 0.5000", "5 1.2500");
    }

    /** The 15th is sealed in the evening, nobody is there until 9:00 on the 19th, and from 8:00 on work is worth more. */
    @Test
    void whoClosesADayLateTakesTheRatesOfItsEvening() {
        stock.shift(1, at("14:00"), at("22:00"));
        stock.window(1, 2, 100, at("15:00"), at("15:10"));
        stock.run("INSERT INTO employee_payrates (employee_id, pay_rate, pay_type) VALUES (1, 21.50, 'hourly')");
        run(evening, SIX);
        stock.role(2, "Packing and Shipping", "continuous", "9.00", "100", 10);
        stock.role(6, "Of the weekend", "continuous", "3.00", "100", 10);
        stock.run("UPDATE employee_payrates SET pay_rate = 99 WHERE employee_id = 1");
        stock.window(2, 2, 10, at("16:00"), at("16:10"));
        stock.window(2, 6, 10, at("17:00"), at("17:10"));
        Instant monday = Instant.parse("2026-01-19T15:00:00Z");

        assertThat(Effects.of(evening, SIX, monday, stock, Mode.ON))
                .as("the evening's run, asked for again")
                .contains("version 2, provisional");
        assertThat(Effects.of(night, NIGHT, monday, stock, Mode.ON)).contains("version 3, closing");

        assertThat(scores()).containsExactly("1 100 100.00 50 480 0.10 1", "2 20 40.00 20 0 0.00 1");
        assertThat(rates("role"))
                .as("of the role that came since, what it is worth now")
                .containsExactly("1 2.0000", "2 1.0000", "3 0.5000", "4 0.5000", "5 1.2500", "6 3.0000");
        assertThat(rates("employee")).containsExactly("1 21.5000", "2 13.0000");
        assertThat(run(later, Instant.parse("2026-01-20T10:30:00Z"))).endsWith("nothing to change");
    }

    @Test
    void whoClosesADayLateThatNobodySealedTakesWhatIsSoNow() {
        stock.window(1, 2, 100, at("15:00"), at("15:10"));
        stock.role(2, "Packing and Shipping", "continuous", "9.00", "100", 10);
        assertThat(Effects.of(night, NIGHT, Instant.parse("2026-01-19T15:00:00Z"), stock, Mode.ON))
                .contains("version 1, closing");
        assertThat(scores()).containsExactly("1 100 900.00 10 0 0.00 1");
        assertThat(rates("role")).contains("2 9.0000");
    }

    @Test
    void whoClosesADayInItsNightRecordsWhatIsSoThen() {
        stock.window(1, 2, 100, at("15:00"), at("15:10"));
        run(evening, SIX);
        stock.role(2, "Packing and Shipping", "continuous", "9.00", "100", 10);
        Effects.of(night, NIGHT, Instant.parse("2026-01-16T06:59:00Z"), stock, Mode.ON);
        assertThat(scores()).containsExactly("1 100 900.00 10 0 0.00 1");
        assertThat(rates("role")).contains("2 9.0000");
    }

    private List<String> rates(String kind) {
        return stock.rows(
                "SELECT subject_id, rate FROM hub_day_rates WHERE score_date = ? AND kind = ? ORDER BY subject_id",
                DAY.toString(),
                kind);
    }

    @Test
    void aFailureAfterTheRowsAreWrittenLeavesNothing() {
        stock.window(1, 2, 100, at("15:00"), at("15:10"));
        // The last thing that is written cannot be.
        stock.run(
                "INSERT INTO hub_seals (score_date, version, kind, position, evaluated_at, sealed_at, row_count, hash,"
                        + " changes) SELECT '2026-01-14', 1, 'closing', '', NOW(), NOW(), 0, '', ''");
        stock.run("ALTER TABLE hub_seals ADD CONSTRAINT broken CHECK (row_count = 0)");

        assertThatThrownBy(() -> run(evening, SIX)).isInstanceOf(AssertionError.class);

        assertThat(scores()).isEmpty();
        assertThat(stock.rows("SELECT COUNT(*) FROM hub_day_rates")).containsExactly("0");
    }

    @Test
    void aShadowTellsTheDifferencesAndWritesNothing() {
        stock.window(1, 2, 100, at("15:00"), at("15:10"));
        stock.run(
                "INSERT INTO daily_scores (employee_id, score_date, items_processed, points_earned, is_finalized)"
                        + " VALUES (1, ?, 99, 99, 1)",
                DAY.toString());

        assertThat(compare(evening, SIX))
                .isEqualTo("2026-01-15: 1 rows, 1 of them new or changed; 100 items and 100.00 points, before that 99"
                        + " items and 99.00 points: employee 1 (items 99, should be 100; points 99.00, should be 100.00;"
                        + " active minutes 0, should be 10)");

        assertThat(scores()).containsExactly("1 99 99.00 0 0 0.00 1");
        assertThat(seals()).isEmpty();
    }

    @Test
    void anEmptyDayIsSealedToo() {
        assertThat(run(night, NIGHT)).contains("version 1, closing: 0 rows");
        assertThat(seals()).containsExactly("1 closing 0");
    }

    private String run(Job job, Instant due) {
        return Effects.of(job, due, stock, Mode.ON);
    }

    private String compare(Job job, Instant due) {
        return Effects.of(job, due, stock, Mode.SHADOW);
    }

    private List<String> scores() {
        return stock
                .rows(
                        "SELECT employee_id, items_processed, points_earned, active_minutes, clocked_minutes,"
                                + " efficiency_rate, is_finalized FROM daily_scores WHERE score_date = ? ORDER BY employee_id",
                        DAY.toString())
                .stream()
                .map(row -> row.replace(".00 0.", " 0."))
                .toList();
    }

    private List<String> seals() {
        return stock.rows(
                "SELECT version, kind, row_count FROM hub_seals WHERE score_date = ? ORDER BY version", DAY.toString());
    }

    private static Instant at(String utc) {
        return Instant.parse("2026-01-15T" + utc + ":00Z");
    }
}
