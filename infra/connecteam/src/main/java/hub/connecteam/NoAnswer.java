package hub.connecteam;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Connecteam could not be reached, did not answer in time, or was not asked because it lately did not. */
final class NoAnswer extends ConnecteamFailed {

    private NoAnswer(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static NoAnswer within(String what, Duration limit) {
        return new NoAnswer(
                "no answer from Connecteam for " + what + ": all that was to be asked did not come within "
                        + limit.toSeconds() + " s, with what was tried again",
                null);
    }

    static NoAnswer before(String what, Instant leftAloneUntil) {
        return new NoAnswer(
                "Connecteam was not asked for " + what + ": it wants to be left alone until " + leftAloneUntil, null);
    }

    static NoAnswer of(String what, Throwable cause) {
        return new NoAnswer(
                "no answer from Connecteam for " + what + ": "
                        + switch (cause) {
                            case CallNotPermittedException open ->
                                "it is left alone for a while, because it kept failing";
                            case RequestNotPermitted waiting -> "too many requests are waiting";
                            case TimeoutException late -> "it did not come in time";
                            default -> root(cause);
                        },
                cause);
    }

    private static String root(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return deepest.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
