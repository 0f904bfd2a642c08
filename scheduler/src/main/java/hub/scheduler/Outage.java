package hub.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Tells of a server that is away in two log lines, one when it goes and one when it is back. Thread-safe. */
final class Outage {

    private final Logger log;
    private final String what;
    private final InstantSource clock;
    private @Nullable Failure failure; // guarded by this

    /** @param what begins the sentences, such as "The canary" */
    Outage(Logger log, String what, InstantSource clock) {
        this.log = log;
        this.what = what;
        this.clock = clock;
    }

    /** @param since when it began; @param cause its first reason, on one line */
    record Failure(Instant since, String cause) {}

    synchronized void failed(Throwable error) {
        if (failure == null) {
            failure = new Failure(clock.instant(), reason(error));
            log.warn("{} fails and is retried quietly: {}", what, failure.cause());
        } else {
            log.debug("{} still fails", what, error);
        }
    }

    synchronized void worked() {
        if (failure != null) {
            Duration lasted = Duration.between(failure.since(), clock.instant());
            log.info("{} works again after {} s", what, lasted.toSeconds());
            failure = null;
        }
    }

    synchronized Optional<Failure> now() {
        return Optional.ofNullable(failure);
    }

    private static String reason(Throwable error) {
        Throwable deepest = error;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return message == null
                ? deepest.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
