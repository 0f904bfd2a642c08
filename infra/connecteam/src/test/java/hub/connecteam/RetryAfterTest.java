package hub.connecteam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {

    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-01-15T14:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "30,30",
        "' 0 ',0",
        "'Thu, 15 Jan 2026 14:01:30 GMT',90",
        "'Thu, 15 Jan 2026 13:00:00 GMT',0",
    })
    void isSecondsOrADate(String header, long seconds) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999"})
    void anythingElseIsNone(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isNull();
    }
}
