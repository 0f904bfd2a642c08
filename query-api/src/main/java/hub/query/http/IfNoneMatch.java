package hub.query.http;

import org.jspecify.annotations.Nullable;

/** RFC 9110's {@code If-None-Match}, compared weakly as it demands. */
final class IfNoneMatch {

    private IfNoneMatch() {}

    static boolean matches(@Nullable String header, String etag) {
        if (header == null) {
            return false;
        }
        if (header.equals(etag) || header.equals("*")) {
            return true;
        }
        for (String tag : header.split(",")) {
            String strong = tag.strip();
            if ((strong.startsWith("W/") ? strong.substring(2) : strong).equals(etag)) {
                return true;
            }
        }
        return false;
    }
}
