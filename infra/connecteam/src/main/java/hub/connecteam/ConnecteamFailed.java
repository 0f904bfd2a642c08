package hub.connecteam;

import org.jspecify.annotations.Nullable;

/** Connecteam gave no answer that could be used. The message says what was asked and why there is none. */
public sealed class ConnecteamFailed extends RuntimeException permits NoAnswer, Refused, UnreadableAnswer {

    ConnecteamFailed(String message) {
        super(message);
    }

    ConnecteamFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
