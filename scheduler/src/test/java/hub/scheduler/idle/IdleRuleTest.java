package hub.scheduler.idle;

import static org.assertj.core.api.Assertions.assertThat;

import hub.scheduler.idle.Presence.LastWindow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
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
}
