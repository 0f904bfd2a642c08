package hub.query.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * A key just made.
 *
 * @param key the secret, to be handed to its user and never stored
 * @param config what to append to {@code hub.api.keys}
 */
public record NewApiKey(String key, String config) {

    private static final int SECRET_BYTES = 32;

    /**
     * Makes a key of 256 random bits.
     *
     * @throws IllegalArgumentException if {@code id} is not 1 to 32 of a-z, 0-9 and -, or no scope is given
     */
    public static NewApiKey generate(String id, Set<Scope> scopes, SecureRandom random) {
        if (!KeyText.isId(id)) {
            throw new IllegalArgumentException("the id must be 1 to 32 of a-z, 0-9 and -, not \"" + id + "\"");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a key needs at least one scope");
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String key = KeyText.PREFIX + id + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        String digest = HexFormat.of().formatHex(KeyText.digest(key));
        return new NewApiKey(key, id + ":" + digest + ":" + Scope.words(scopes));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "NewApiKey[config=" + config + "]";
    }
}
