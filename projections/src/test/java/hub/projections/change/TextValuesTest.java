package hub.projections.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextValuesTest {

    private static TextValues of(@Nullable String value) {
        return new TextValues(new @Nullable String[] {value});
    }

    @Test
    void instantsWithAndWithoutFractionsAreRead() {
        assertThat(of("2026-01-15 15:04:05").instant(0)).isEqualTo(Instant.parse("2026-01-15T15:04:05Z"));
        assertThat(of("2026-01-15T15:04:05").instant(0)).isEqualTo(Instant.parse("2026-01-15T15:04:05Z"));
        assertThat(of("2026-01-15 15:04:05.250000").instant(0)).isEqualTo(Instant.parse("2026-01-15T15:04:05.25Z"));
        assertThat(of("2026-00-15 15:04:05").instant(0)).isNull();
        assertThat(of(null).instant(0)).isNull();
    }

    /** A column that was made text may hold anything. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026/01/15 15:04:05",
                "2026-01-15x15:04:05",
                "2026-01-15 15.04.05",
                "2026-+1-15 15:04:05",
                "2026-01-15 15:04:٠٥",
                "2026-02-30 15:04:05",
                "2026-01-15 24:00:00",
                "tomorrow afternoon!"
            })
    void whatIsNoInstantIsUnreadable(String value) {
        assertThatThrownBy(() -> of(value).instant(0))
                .isInstanceOf(UnreadableValue.class)
                .hasMessage("is no date and time");
    }

    @Test
    void integersOfEveryLengthAreRead() {
        assertThat(of("0").integer(0)).isZero();
        assertThat(of("-7").integer(0)).isEqualTo(-7);
        assertThat(of("999999999999999999").integer(0)).isEqualTo(999_999_999_999_999_999L);
        assertThat(of("9223372036854775807").integer(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(of("5.0").integer(0)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9223372036854775808", "5.5", "five"})
    void whatIsNoIntegerIsUnreadable(String value) {
        assertThatThrownBy(() -> of(value).integer(0))
                .isInstanceOf(UnreadableValue.class)
                .hasMessage("is no 64-bit integer");
    }
}
