package hub.query.security;

import java.util.List;

/** The configured keys cannot be used; the message lists every problem, without any digest. */
public final class ApiKeysRefused extends RuntimeException {
    public ApiKeysRefused(List<String> problems) {
        super("hub.api.keys cannot be used:\n  " + String.join("\n  ", problems)
                + "\nMake a key with: hub keys new --id NAME --scopes read");
    }
}
