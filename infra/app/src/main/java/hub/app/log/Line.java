package hub.app.log;

import java.util.regex.Pattern;

/** What comes from outside must not be able to forge an entry, colour a terminal or turn the direction of what follows. */
final class Line {

    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");

    private Line() {}

    /** {@code text} on one line: a blank in place of line breaks and other control characters. */
    static String of(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }
}
