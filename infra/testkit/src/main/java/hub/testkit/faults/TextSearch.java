package hub.testkit.faults;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for short texts in bytes that arrive piece by piece; one that is split between pieces is found with its end. */
final class TextSearch {

    /** Longer texts may be missed. */
    private static final int LONGEST = 4_096;

    private String before = "";

    /** Whether a text like {@code wanted} ends in this piece. */
    boolean finds(Pattern wanted, byte[] piece, int length) {
        String all = before + new String(piece, 0, length, StandardCharsets.ISO_8859_1);
        Matcher matcher = wanted.matcher(all);
        boolean found = false;
        while (!found && matcher.find()) {
            found = matcher.end() > before.length();
        }
        before = all.substring(Math.max(0, all.length() - LONGEST));
        return found;
    }
}
