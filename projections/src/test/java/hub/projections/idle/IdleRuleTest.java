package hub.projections.idle;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.idle.Presence.LastWindow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdleRuleTest {

    private static final Instant IN = Instant.parse("2026-01-15T14:00:00Z");
    private static final Instant END = Instant.parse("2026-01-15T16:00:00Z");

    /** Minutes of pause → what is said; thresholds are strict. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // batch: 40 items at 120 an hour are worth 21 minutes
                "true, 40, 120, 5, 21, -",
                "true, 40, 120, 5, 22, WARNING",
                "true, 40, 120, 5, 31, WARNING",
                "true, 40, 120, 5, 32, CRITICAL",
                // at least three minutes
                "true, 1, 120, 5, 3, -",
                "true, 1, 120, 5, 4, WARNING",
                // without an expectation, 200 minutes
                "true, 1, -, 5, 200, -",
                "true, 1, 0, 5, 201, WARNING",
                // continuous: the role's threshold, or five minutes
                "false, 40, 120, 10, 10, -",
                "false, 40, 120, 10, 11, WARNING",
                "false, 40, 120, 10, 15, WARNING",
                "false, 40, 120, 10, 16, CRITICAL",
                "false, 40, 120, -, 5, -",
                "false, 40, 120, -, 6, WARNING"
            })
    void afterWork(
            boolean batch,
            long items,
            @Nullable BigDecimal expected,
            @Nullable Long pause,
            long minutes,
            Idleness.@Nullable Severity said) {
        Presence presence = new Presence(7, IN, new LastWindow(END, items, batch, expected, pause), 5L);

        assertThat(IdleRule.judge(presence, END.plusSeconds(60 * minutes + 59)))
                .isEqualTo(Optional.ofNullable(said)
                        .map(severity -> new Idleness(7, END, severity, Idleness.Status.AFTER_ACTIVITY)));
    }

    @Test
    void whoHasDoneNothingYetMayTakeAsLongAsAPicker() {
        Presence presence = new Presence(7, IN, null, 7L);

        assertThat(IdleRule.judge(presence, IN.plusSeconds(7 * 60 + 59))).isEmpty();
        assertThat(IdleRule.judge(presence, IN.plusSeconds(8 * 60)))
                .contains(new Idleness(7, IN, Idleness.Severity.WARNING, Idleness.Status.SINCE_CLOCK_IN));
    }

    /** Lunch is no idleness: the pause begins anew with the second clock-in. */
    @Test
    void whatWasBeforeThisShiftDoesNotCount() {
        Presence presence = new Presence(7, END, new LastWindow(END.minusSeconds(3600), 40, false, null, 10L), 5L);

        assertThat(IdleRule.judge(presence, END.plusSeconds(5 * 60))).isEmpty();
        assertThat(IdleRule.judge(presence, END.plusSeconds(6 * 60)))
                .contains(new Idleness(7, END, Idleness.Severity.WARNING, Idleness.Status.SINCE_CLOCK_IN));
    }

    @Test
    void atNightNobodyIsIdle() {
        Instant in = Instant.parse("2026-01-15T10:00:00Z");
        Presence presence = new Presence(7, in, null, 5L);

        assertThat(IdleRule.judge(presence, Instant.parse("2026-01-15T11:59:59Z")))
                .isEmpty();
        assertThat(IdleRule.judge(presence, Instant.parse("2026-01-15T12:00:00Z")))
                .isPresent();

        Presence late = new Presence(7, Instant.parse("2026-01-16T00:00:00Z"), null, 5L);
        assertThat(IdleRule.judge(late, Instant.parse("2026-01-16T03:59:59Z"))).isPresent();
        assertThat(IdleRule.judge(late, Instant.parse("2026-01-16T04:00:00Z"))).isEmpty();
    }

    @Test
    void nobodyIsAtWorkInAShiftThatIsOpenForSixteenHours() {
        Presence presence = new Presence(7, Instant.parse("2026-01-15T06:30:00Z"), null, 5L);

        assertThat(IdleRule.judge(presence, Instant.parse("2026-01-15T22:29:59Z")))
                .isPresent();
        assertThat(IdleRule.judge(presence, Instant.parse("2026-01-15T22:30:00Z")))
                .isEmpty();
    }

    /** Whatever {@code judge} says holds until the next tick, and each tick of the list is one at which it changes. */
    @Test
    void theNextTickIsWhenSomethingChanges() {
        Presence presence = new Presence(7, Instant.parse("2026-01-15T11:57:00Z"), null, 5L);

        assertThat(ticks(presence, Instant.parse("2026-01-15T11:50:00Z")))
                .containsExactly(
                        "2026-01-15T12:00:00Z", // the night ends
                        "2026-01-15T12:03:00Z", // idle
                        "2026-01-15T12:05:00Z", // critical
                        "2026-01-16T03:57:00Z", // forgotten
                        "2026-01-16T04:00:00Z"); // the night begins
        Instant at = Instant.parse("2026-01-15T12:03:00Z");
        assertThat(IdleRule.judge(presence, at.minusNanos(1))).isEmpty();
        assertThat(IdleRule.judge(presence, at)).map(Idleness::severity).contains(Idleness.Severity.WARNING);
        assertThat(IdleRule.judge(presence, at.plusSeconds(120)))
                .map(Idleness::severity)
                .contains(Idleness.Severity.CRITICAL);
    }

    private static List<String> ticks(Presence presence, Instant from) {
        return Stream.iterate(
                        IdleRule.nextTick(presence, from),
                        tick -> tick.isBefore(Instant.MAX),
                        tick -> IdleRule.nextTick(presence, tick))
                .map(Instant::toString)
                .toList();
    }
}
