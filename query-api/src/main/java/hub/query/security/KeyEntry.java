package hub.query.security;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One key as it is configured: {@code id:sha256hex:scope+scope}, then what limits it: {@code not_before=INSTANT},
 * {@code expires=INSTANT}, {@code revoked}.
 *
 * @param digest SHA-256 of the key's text; not to be changed
 */
record KeyEntry(byte[] digest, ApiKey key) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    /** 64 bits: so many keys that two of one id begin alike are never made. */
    private static final int FINGERPRINT_LENGTH = 16;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** @throws IllegalArgumentException saying what is wrong, without any digest */
    static KeyEntry parse(String text) {
        String[] words = BLANKS.split(text);
        String[] parts = words[0].split(":", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not of the form id:sha256hex:scope+scope");
        }
        String id = parts[0];
        if (!KeyText.isId(id)) {
            throw new IllegalArgumentException("the id must be 1 to 32 of a-z, 0-9 and -");
        }
        try {
            String hex = parts[1].toLowerCase(Locale.ROOT);
            return new KeyEntry(digest(hex), key(id, hex.substring(0, FINGERPRINT_LENGTH), parts[2], words));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + id + "\": " + e.getMessage(), e);
        }
    }

    private static byte[] digest(String hex) {
        if (!SHA256.matcher(hex).matches()) {
            throw new IllegalArgumentException("needs the 64 hex digits of a SHA-256, never the key itself");
        }
        if (KnownSecrets.contain(hex)) {
            throw new IllegalArgumentException("has the hash of a known or example key");
        }
        return HexFormat.of().parseHex(hex);
    }

    private static ApiKey key(String id, String fingerprint, String scopes, String[] words) {
        Instant notBefore = null;
        Instant expires = null;
        boolean revoked = false;
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            if (word.startsWith("not_before=")) {
                notBefore = instant(word);
            } else if (word.startsWith("expires=")) {
                expires = instant(word);
            } else if (word.equals("revoked")) {
                revoked = true;
            } else {
                throw new IllegalArgumentException(
                        "has \"" + word + "\"; allowed: not_before=INSTANT, expires=INSTANT, revoked");
            }
        }
        return new ApiKey(id, fingerprint, Scope.parse(scopes), notBefore, expires, revoked);
    }

    private static @Nullable Instant instant(String word) {
        try {
            return Instant.parse(word.substring(word.indexOf('=') + 1));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("has \"" + word + "\"; an instant looks like 2026-01-31T18:00:00Z", e);
        }
    }
}
