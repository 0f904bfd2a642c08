package hub.connecteam;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Connecteam answered with a status that is not success. */
final class Refused extends ConnecteamFailed {

    private static final int TOO_MANY_REQUESTS = 429;

    private final int status;
    private final @Nullable Duration retryAfter;

    /** @param retryAfter how long Connecteam asks to be left alone; null if it does not say */
    Refused(String what, int status, @Nullable Duration retryAfter) {
        super("Connecteam answered " + status + " for " + what + hint(status));
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** Whether the same request may succeed later. */
    boolean passes() {
        return status == TOO_MANY_REQUESTS || isServerError();
    }

    /** Whether Connecteam is ill, rather than busy or of another opinion. */
    boolean isServerError() {
        return status >= 500;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    boolean asksForMoreThan(Duration pause) {
        return retryAfter != null && retryAfter.compareTo(pause) > 0;
    }

    private static String hint(int status) {
        return switch (status) {
            case 401, 403 -> "; look at hub.connecteam.key";
            case 404 -> "; look at hub.connecteam.url and hub.connecteam.clock";
            default -> "";
        };
    }
}
