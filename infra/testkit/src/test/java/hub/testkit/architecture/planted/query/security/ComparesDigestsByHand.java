package hub.testkit.architecture.planted.query.security;

import java.util.Arrays;
import java.util.Objects;

public final class ComparesDigestsByHand {

    static boolean arrays(byte[] one, byte[] other) {
        return Arrays.equals(one, other);
    }

    static boolean mismatch(byte[] one, byte[] other) {
        return Arrays.mismatch(one, other) < 0;
    }

    static boolean deep(byte[] one, byte[] other) {
        return Objects.deepEquals(one, other);
    }
}
