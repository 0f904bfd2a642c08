package hub.scheduler.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookBackTest {

    private static final int DAYS = 14;

    @Test
    void byDayItIsSinceTheLastSuccess() {
        Instant last = Instant.parse("2026-01-15T20:00:00Z");

        assertThat(LookBack.of(last, last.plusSeconds(300), DAYS)).isEqualTo(new LookBack(last, false));
    }

    @Test
    void theRunOfThreeInTheMorningLooksAtAllThatCanBeSealedAnew() {
        LookBack night =
                LookBack.of(Instant.parse("2026-01-15T08:55:00Z"), Instant.parse("2026-01-15T09:00:00Z"), DAYS);

        assertThat(night).isEqualTo(new LookBack(Instant.parse("2026-01-01T06:00:00Z"), true));
        assertThat(night.text()).isEqualTo("; with late corrections");
    }

    @Test
    void whoWasAwayAtNightMakesUpForIt() {
        Instant evening = Instant.parse("2026-01-14T23:00:00Z");

        assertThat(LookBack.of(evening, Instant.parse("2026-01-15T18:00:00Z"), DAYS))
                .isEqualTo(new LookBack(Instant.parse("2026-01-01T06:00:00Z"), true));
    }

    @Test
    void aLongerAbsenceIsCoveredWhole() {
        Instant last = Instant.parse("2025-12-20T12:00:00Z");

        assertThat(LookBack.of(last, Instant.parse("2026-01-15T18:00:00Z"), DAYS))
                .isEqualTo(new LookBack(last, true));
    }

    /** A day has one such night, of 23, 24 or 25 hours. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-15T06:00:00Z, 2026-01-15T09:00:00Z",
        "2026-03-08T06:00:00Z, 2026-03-08T08:00:00Z",
        "2026-11-01T05:00:00Z, 2026-11-01T09:00:00Z"
    })
    void onceANightAlsoWhenTheClocksChange(Instant midnight, Instant night) {
        List<Instant> nightly = new ArrayList<>();
        for (Instant due = midnight; due.isBefore(midnight.plus(Duration.ofHours(23))); due = due.plusSeconds(300)) {
            if (LookBack.of(due.minusSeconds(300), due, DAYS).nightly()) {
                nightly.add(due);
            }
        }
        assertThat(nightly).containsExactly(night);
    }
}
