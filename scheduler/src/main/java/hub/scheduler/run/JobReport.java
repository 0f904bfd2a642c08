package hub.scheduler.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one job is, as operators see it.
 *
 * @param mode off, shadow or on
 * @param nextDue by schedule; null if it is off
 * @param behindSeconds for how long the oldest due run could have begun and has not succeeded; 0 if none is open
 * @param lastSuccess when the newest success ended
 * @param warning what is wrong; null if nothing is
 * @param runs the newest attempts first
 */
public record JobReport(
        String name,
        String mode,
        @Nullable Instant nextDue,
        long behindSeconds,
        @Nullable Instant lastSuccess,
        @Nullable String warning,
        List<Attempted> runs) {

    /** One attempt. */
    public record Attempted(
            String key,
            String cause,
            Instant dueAt,
            LocalDate date,
            int attempt,
            String instance,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable BigDecimal seconds,
            String outcome,
            @Nullable String position,
            @Nullable String summary) {

        static Attempted of(LedgerRow row) {
            Instant ended = row.endedAt();
            return new Attempted(
                    row.key(),
                    row.cause(),
                    row.dueAt(),
                    row.date(),
                    row.attempt(),
                    row.instance(),
                    row.startedAt(),
                    ended,
                    ended == null
                            ? null
                            : BigDecimal.valueOf(
                                    java.time.Duration.between(row.startedAt(), ended)
                                            .toMillis(),
                                    3),
                    row.outcome().word(),
                    row.position(),
                    row.summary());
        }
    }
}
