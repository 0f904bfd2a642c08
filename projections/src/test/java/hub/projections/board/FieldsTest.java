package hub.projections.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {

    @Test
    void joinsWhatItIsGiven() {
        assertThat(Fields.of(7L, null, 1, Instant.ofEpochSecond(60), Fields.text("a|b")))
                .isEqualTo("7|-|1|60|=a|b");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T12:00:00Z, 1767614400",
        "2026-01-05T12:00:00.5Z, 1767614400.500000000",
        "2026-01-05T12:00:00.000000001Z, 1767614400.000000001",
        "1969-12-31T23:59:59.999Z, -1.999000000",
        "1000-01-01T00:00:00Z, -30610224000",
    })
    void instantsAreSecondsAndAsExactAsTheyWere(Instant instant, String text) {
        assertThat(Fields.of(instant)).isEqualTo(text);
        assertThat(Fields.instant(text)).isEqualTo(instant);
        assertThat(Fields.nullableInstant(text)).isEqualTo(instant);
        assertThat(Fields.nullableInstant(Fields.of((Object) null))).isNull();
    }
}
