package hub.embedded;

import java.security.SecureRandom;
import java.util.Base64;

/** Random passwords for servers that live for one run. */
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** 96 random bits, only letters and digits of a URL-safe alphabet. */
    static String next() {
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes)
                .replace('-', 'x')
                .replace('_', 'y');
    }
}
