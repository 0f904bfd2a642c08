package hub.query.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of a key, {@code hub_<id>_<secret>}. An id has no underscore, so the first one after the prefix ends it. */
final class KeyText {

    static final String PREFIX = "hub_";
    /** Longer texts are no keys; bounds the work that a stranger can cause. */
    static final int MAX_LENGTH = 200;

    /** Of a secret: 256 random bits in base64url. */
    static final int SECRET_LENGTH = 43;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    /** Finding the algorithm costs more than running it, and each request does. */
    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(KeyText::sha256);

    private KeyText() {}

    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** The id of {@code key}; null if it is not of the form, as what somebody made up himself seldom is. */
    static @Nullable String id(String key) {
        String claimed = claimedId(key);
        return claimed == null || !isSecret(key, PREFIX.length() + claimed.length() + 1) ? null : claimed;
    }

    /** The id that {@code key} claims, whatever follows; null if none is claimed. */
    static @Nullable String claimedId(String key) {
        if (!key.startsWith(PREFIX) || key.length() > MAX_LENGTH) {
            return null;
        }
        int end = key.indexOf('_', PREFIX.length());
        return end < 0 ? null : key.substring(PREFIX.length(), end);
    }

    private static boolean isSecret(String key, int from) {
        if (key.length() - from != SECRET_LENGTH) {
            return false;
        }
        for (int i = from; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean base64url =
                    (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            if (!base64url) {
                return false;
            }
        }
        return true;
    }

    /** SHA-256 of the whole text: a fast hash is right for secrets of 256 random bits. */
    static byte[] digest(String key) {
        return SHA256.get().digest(key.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
