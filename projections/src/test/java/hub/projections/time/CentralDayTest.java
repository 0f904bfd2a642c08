package hub.projections.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CentralDayTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 2026-01-15T06:00:00Z, 2026-01-16T06:00:00Z, 24",
        "2026-03-07, 2026-03-07T06:00:00Z, 2026-03-08T06:00:00Z, 24",
        "2026-03-08, 2026-03-08T06:00:00Z, 2026-03-09T05:00:00Z, 23",
        "2026-10-31, 2026-10-31T05:00:00Z, 2026-11-01T05:00:00Z, 24",
        "2026-11-01, 2026-11-01T05:00:00Z, 2026-11-02T06:00:00Z, 25",
        "2025-11-02, 2025-11-02T05:00:00Z, 2025-11-03T06:00:00Z, 25",
        "2027-03-14, 2027-03-14T06:00:00Z, 2027-03-15T05:00:00Z, 23",
    })
    void edges(LocalDate date, Instant start, Instant end, int hours) {
        CentralDay day = new CentralDay(date);

        assertThat(day.start()).isEqualTo(start);
        assertThat(day.end()).isEqualTo(end);
        assertThat(day.hours()).hasSize(hours);
        assertThat(CentralDay.of(start.minusMillis(1))).isEqualTo(day.previous());
        assertThat(CentralDay.of(end.minusMillis(1))).isEqualTo(day);
        assertThat(CentralDay.of(end)).isEqualTo(day.next());
    }

    @Property
    void everyInstantBelongsToExactlyOneDay(
            @ForAll @LongRange(min = 1_500_000_000, max = 2_500_000_000L) long seconds) {
        Instant instant = Instant.ofEpochSecond(seconds);
        CentralDay day = CentralDay.of(instant);

        assertThat(day.contains(instant)).isTrue();
        assertThat(day.next().contains(instant)).isFalse();
        assertThat(day.previous().contains(instant)).isFalse();
        assertThat(day.end()).isEqualTo(day.next().start());
    }
}
