package hub.query.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names a request, so that what a caller was told can be found in the log. */
final class RequestId {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String PROCESS = HexFormat.of().toHexDigits(new SecureRandom().nextInt());
    private static final AtomicLong COUNT = new AtomicLong();

    private RequestId() {}

    /** The caller's own, if it is a plain word; else a new one. */
    static String of(@Nullable String given) {
        return given != null && ALLOWED.matcher(given).matches()
                ? given
                : PROCESS + "-" + Long.toHexString(COUNT.incrementAndGet());
    }
}
