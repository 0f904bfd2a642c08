package hub.scheduler.run;

import java.math.BigDecimal;
import java.time.Duration;
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
 * @param firstDate the first Central day that a run may be asked for now; null if there is no first
 * @param lastDate the last one
 * @param warning what is wrong; null if nothing is
 * @param runs the newest attempts first
 */
public record JobReport(
        String name,
        String mode,
        @Nullable Instant nextDue,
        long behindSeconds,
        @Nullable Instant lastSuccess,
        @Nullable LocalDate firstDate,
        LocalDate lastDate,
        @Nullable String warning,
        List<Attempted> runs) {

    /**
     * One attempt, or what stands for one.
     *
     * @param lateSeconds how long after it could have begun it did
     * @param seconds how long it took; null while it is under way
     */
    public record Attempted(
            String key,
            String cause,
            Instant dueAt,
            LocalDate date,
            int attempt,
            String instance,
            Instant startedAt,
            @Nullable Instant endedAt,
            BigDecimal lateSeconds,
            @Nullable BigDecimal seconds,
            String outcome,
            @Nullable String position,
            @Nullable String summary) {

        /** @param delay how long after it is due a run may begin */
        static Attempted of(LedgerRow row, Duration delay) {
            boolean scheduled = !row.cause().equals(Run.Cause.MANUAL.word());
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
                    seconds(scheduled ? row.dueAt().plus(delay) : row.dueAt(), row.startedAt()),
                    ended == null ? null : seconds(row.startedAt(), ended),
                    row.outcome().word(),
                    row.position(),
                    row.summary());
        }

        private static BigDecimal seconds(Instant from, Instant until) {
            return BigDecimal.valueOf(Duration.between(from, until).toMillis(), 3);
        }
    }
}
