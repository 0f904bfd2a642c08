package hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.change.Canary;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    private static final long INTERVAL = Duration.ofSeconds(5).toNanos();
    private static final Canary SEVEN = new Canary(7, Instant.EPOCH);

    private final Watchdog watchdog = new Watchdog();

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
