package hub.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    /** Still the 15th in Chicago. */
    private static final Instant NOW = Instant.parse("2026-01-16T03:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "TODAY, 2026-01-14, false, 2026-01-15 alone",
        "TODAY, 2026-01-15, true,",
        "TODAY, 2026-01-16, false, 2026-01-15 alone",
        "UNTIL_TODAY, 2025-01-01, true,",
        "UNTIL_TODAY, 2026-01-15, true,",
        "UNTIL_TODAY, 2026-01-16, false, 2026-01-15 or an earlier day",
        "ENDED, 2026-01-14, true,",
        "ENDED, 2026-01-15, false, 2026-01-14 or an earlier day"
    })
    void whatIsAllowed(Dates dates, LocalDate date, boolean allowed, String instead) {
        LocalDate first = dates.first(NOW);
        assertThat(!date.isAfter(dates.last(NOW)) && (first == null || !date.isBefore(first)))
                .isEqualTo(allowed);
        if (allowed) {
            assertThatCode(() -> dates.require(date, NOW)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> dates.require(date, NOW))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(date + " is no date for this job; it takes " + instead);
        }
    }
}
