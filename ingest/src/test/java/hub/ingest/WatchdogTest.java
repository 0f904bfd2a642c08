package hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.change.Canary;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final long INTERVAL = FIVE_SECONDS.toNanos();
    private static final Canary SEVEN = new Canary(7, Instant.EPOCH);

    private final Watchdog watchdog = new Watchdog(FIVE_SECONDS);

    @Test
    void bitesAfterThreeIntervalsInWhichAWrittenCanaryAndEverythingElseStayedAway() {
        assertThat(watchdog.bites(SEVEN, 6, 100, 0)).isFalse();
        assertThat(watchdog.bites(SEVEN, 6, 100, INTERVAL)).isFalse();
        assertThat(watchdog.bites(SEVEN, 6, 100, 3 * INTERVAL)).isFalse();
        assertThat(watchdog.bites(SEVEN, 6, 100, 3 * INTERVAL + 1)).isTrue();
    }

    @Test
    void laterCanariesDoNotPutItOff() {
        watchdog.bites(SEVEN, 6, 100, 0);
        for (int n = 8; n < 12; n++) {
            assertThat(watchdog.bites(new Canary(n, Instant.EPOCH), 6, 100, (n - 7) * INTERVAL / 2))
                    .isFalse();
        }
        assertThat(watchdog.bites(new Canary(12, Instant.EPOCH), 6, 100, 3 * INTERVAL + 1))
                .isTrue();
    }

    @Test
    void aStreamThatIsOnlyBehindIsLeftAlone() {
        for (int i = 0; i < 10; i++) {
            assertThat(watchdog.bites(SEVEN, 6, 100 + i, i * 2 * INTERVAL)).isFalse();
        }
    }

    /** dbz#2266: a server that seeks a position for long is asked anew for ever, if it is always given the same time. */
    @Test
    void endlessReconnectsWhileTheServerSeeksAPosition() {
        long now = 0;
        for (int seconds : new int[] {15, 30, 60, 120, 240, 480, 480}) {
            assertThat(watchdog.patience()).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(watchdog.bites(SEVEN, 6, 100, now)).isFalse();
            now += watchdog.patience().toNanos();
            assertThat(watchdog.bites(SEVEN, 6, 100, now)).isFalse();
            assertThat(watchdog.bites(SEVEN, 6, 100, ++now)).isTrue();
            watchdog.rest();
        }
        watchdog.bites(SEVEN, 6, 101, now);
        assertThat(watchdog.patience()).as("once something came").isEqualTo(FIVE_SECONDS.multipliedBy(3));
    }

    @Test
    void nothingIsMissedWhereNobodyWritesOrTheCanaryIsBackOrTheStreamIsHeld() {
        assertThat(watchdog.bites(null, -1, 0, 0)).isFalse();
        assertThat(watchdog.bites(null, -1, 0, 9 * INTERVAL)).isFalse();
        assertThat(watchdog.bites(SEVEN, 7, 0, 9 * INTERVAL)).isFalse();
        watchdog.bites(SEVEN, 6, 0, 10 * INTERVAL);
        watchdog.rest();
        assertThat(watchdog.bites(SEVEN, 6, 0, 19 * INTERVAL)).isFalse();
    }
}
