package hub.scheduler.run;

import java.time.Duration;
import java.time.Instant;

/** When a job that failed is tried again: ever later, at most a quarter of an hour. Used by one thread at a time. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private Duration pause = FIRST;
    private Instant notBefore = Instant.MIN;

    boolean over(Instant now) {
        return !now.isBefore(notBefore);
    }

    void failed(Instant now) {
        notBefore = now.plus(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
    }

    void worked() {
        pause = FIRST;
        notBefore = Instant.MIN;
    }
}
