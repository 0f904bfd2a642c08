package hub.scheduler.idle;

import static org.assertj.core.api.Assertions.assertThat;

import hub.scheduler.Stock;
import hub.scheduler.TestServers;
import hub.scheduler.run.Effects;
import hub.scheduler.run.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One alert per episode, on every server. */
abstract class CheckIdleContract {

    private static final Instant NOON = Instant.parse("2026-01-15T18:00:00Z");

    private final CheckIdle job = new CheckIdle();

    private Stock stock =
            new Stock(new hub.mysql.MysqlSettings("unset", 1, "unset", "unset", "", hub.mysql.SslMode.PREFERRED));

    abstract TestServers servers();

    @BeforeEach
    void fill() {
        stock = Stock.with(servers().freshWarehouse(), 6);
    }

    @Test
    void anEpisodeIsRaisedOnceGetsWorseAndIsClosedWhenWorkGoesOn() {
        stock.shift(1, NOON.minus(Duration.ofHours(3)), null);
        stock.window(1, 2, 40, NOON.minus(Duration.ofMinutes(22)), NOON.minus(Duration.ofMinutes(12)));

        assertThat(shadow(NOON))
                .isEqualTo("1 idle: 1 alerts raised, 0 closed: employee 1 since 2026-01-15T17:48:00Z"
                        + " (no alert, should be warning)");
        assertThat(alerts()).isEmpty();
        assertThat(on(NOON)).isEqualTo("1 idle: 1 alerts raised, 0 closed");
        assertThat(alerts()).containsExactly("1 17:48 open warning idle_after_activity");
        assertThat(on(NOON)).isEqualTo("1 idle: 0 alerts raised, 0 closed");
        assertThat(shadow(NOON.plusSeconds(300)))
                .isEqualTo("1 idle: 0 alerts raised, 0 closed: employee 1 since 2026-01-15T17:48:00Z"
                        + " (warning, should be critical)");
        assertThat(on(NOON.plusSeconds(300))).isEqualTo("1 idle: 0 alerts raised, 0 closed");
        assertThat(alerts()).containsExactly("1 17:48 open critical idle_after_activity");

        stock.window(1, 2, 40, NOON.plusSeconds(310), NOON.plusSeconds(590));
        assertThat(shadow(NOON.plusSeconds(600)))
                .isEqualTo("0 idle: 0 alerts raised, 1 closed: employee 1 since 2026-01-15T17:48:00Z"
                        + " (open, should be closed)");
        assertThat(on(NOON.plusSeconds(600))).isEqualTo("0 idle: 0 alerts raised, 1 closed");
        assertThat(alerts()).containsExactly("1 17:48 18:10 critical idle_after_activity");

        assertThat(on(NOON.plusSeconds(1_500))).isEqualTo("1 idle: 1 alerts raised, 0 closed");
        assertThat(alerts())
                .containsExactly(
                        "1 17:48 18:10 critical idle_after_activity", "1 18:09 open warning idle_after_activity");
    }

    @Test
    void onlyActivePeopleWhoseLatestShiftIsOpenCanBeIdle() {
        Instant in = NOON.minus(Duration.ofHours(3));
        stock.shift(1, in, null);
        stock.shift(2, in, NOON.minusSeconds(60));
        stock.shift(3, in, null);
        stock.run("UPDATE employees SET is_active = 0 WHERE id = 3");
        // Forgot to clock out in the morning, clocked in and out again.
        stock.shift(4, in, null);
        stock.shift(4, in.plusSeconds(3600), NOON.minusSeconds(60));
        // Yesterday's shift was forgotten.
        stock.shift(5, in.minus(Duration.ofDays(1)), null);
        // Begins later.
        stock.shift(6, NOON.plusSeconds(60), null);

        on(NOON);

        assertThat(alerts()).containsExactly("1 15:00 open critical idle_since_clock_in");
    }

    @Test
    void theLastRunOfTheEveningClosesWhatIsLeft() {
        Instant last = Instant.parse("2026-01-16T03:55:00Z");
        stock.shift(1, last.minus(Duration.ofHours(3)), null);
        on(last.minusSeconds(300));
        assertThat(alerts()).containsExactly("1 00:55 open critical idle_since_clock_in");

        on(last);

        assertThat(alerts()).containsExactly("1 00:55 03:55 critical idle_since_clock_in");
    }

    /** Nobody looked between 21:50 and the return. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-16T04:10:00Z, 2026-01-16T03:55:00Z, 03:55",
        "2026-01-16T11:59:00Z, 2026-01-16T03:55:00Z, 03:55",
        "2026-01-16T12:01:00Z, 2026-01-16T12:00:00Z, 04:00"
    })
    void aMissedLastRunIsMadeUpForAndTheEpisodeEndedInTheEvening(Instant back, Instant due, String closed) {
        Instant last = Instant.parse("2026-01-16T03:55:00Z");
        stock.shift(1, last.minus(Duration.ofHours(3)), null);
        on(last.minusSeconds(300));

        assertThat(Effects.pending(job, last.minusSeconds(300), back)).containsExactly(due);
        on(due);

        assertThat(alerts()).containsExactly("1 00:55 " + closed + " critical idle_since_clock_in");
    }

    @Test
    void anEpisodeThatACorrectionBringsBackIsTheSameOne() {
        stock.shift(1, NOON.minus(Duration.ofHours(3)), null);
        on(NOON);
        stock.window(1, 2, 1, NOON.minusSeconds(300), NOON.minusSeconds(240));
        on(NOON.plusSeconds(1));
        assertThat(alerts()).containsExactly("1 15:00 18:00 critical idle_since_clock_in");

        stock.run("DELETE FROM activity_logs");
        on(NOON.plusSeconds(300));

        assertThat(alerts()).containsExactly("1 15:00 open critical idle_since_clock_in");
    }

    private String on(Instant due) {
        return Effects.of(job, due, stock, Mode.ON);
    }

    private String shadow(Instant due) {
        return Effects.of(job, due, stock, Mode.SHADOW);
    }

    private List<String> alerts() {
        return stock.rows("SELECT employee_id, TIME_FORMAT(since, '%H:%i'),"
                + " COALESCE(TIME_FORMAT(closed_at, '%H:%i'), 'open'), severity, status FROM hub_alerts ORDER BY id");
    }
}
