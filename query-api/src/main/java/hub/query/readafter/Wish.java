package hub.query.readafter;

import hub.projections.position.PrintedPosition;
import hub.projections.store.SourcePosition;
import hub.query.http.Problem;
import hub.query.http.ProblemType;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants contained, and how long its caller will wait.
 *
 * @param text as the caller wrote it
 * @param patience how long the caller will wait
 */
record Wish(String text, SourcePosition position, Duration patience) {

    static final String HEADER = "Hub-Read-After";
    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int MAX_ECHO = 100;
    private static final Pattern WAIT =
            Pattern.compile("(?:^|.*[,;]\\s*)wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(?:[,;].*)?");

    /**
     * @param readAfter the header's value
     * @param prefer RFC 7240's header; what is not understood in it is ignored, as that demands
     * @throws hub.query.http.Refusal if the position cannot be read
     */
    static Wish of(String readAfter, @Nullable String prefer) {
        SourcePosition position = PrintedPosition.parse(readAfter);
        if (position == null) {
            String shown = readAfter.length() <= MAX_ECHO ? readAfter : readAfter.substring(0, MAX_ECHO) + "…";
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "Header \"" + HEADER + "\" is \"" + shown + "\"; allowed: " + PrintedPosition.ALLOWED)
                    .with("parameter", HEADER)
                    .with("value", shown)
                    .with("allowed", PrintedPosition.ALLOWED)
                    .refusal();
        }
        return new Wish(readAfter.strip(), position, patience(prefer));
    }

    private static Duration patience(@Nullable String prefer) {
        Matcher wait = WAIT.matcher(prefer == null ? "" : prefer.toLowerCase(Locale.ROOT));
        if (!wait.matches()) {
            return Duration.ZERO;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
