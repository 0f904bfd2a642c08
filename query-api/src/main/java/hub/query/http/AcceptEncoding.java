package hub.query.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** RFC 9110's {@code Accept-Encoding}, as far as gzip goes. */
final class AcceptEncoding {

    private AcceptEncoding() {}

    /** Whether the caller takes gzip: named, or meant by {@code *}, and not with a quality of 0. */
    static boolean takesGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        boolean any = false;
        for (String entry : header.toLowerCase(Locale.ROOT).split(",", 20)) {
            int semicolon = entry.indexOf(';');
            String coding = (semicolon < 0 ? entry : entry.substring(0, semicolon)).strip();
            boolean taken = semicolon < 0 || !isZero(entry.substring(semicolon + 1));
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return taken;
            }
            any |= taken && coding.equals("*");
        }
        return any;
    }

    private static boolean isZero(String weight) {
        return weight.replace(" ", "").matches("q=0(\\.0{0,3})?");
    }
}
