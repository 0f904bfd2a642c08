package hub.redis;

import java.util.regex.Pattern;

/**
 * What a process that serves says of itself.
 *
 * @param wish the last {@link ServingProcesses#ask wish} that it has tried to fulfil; empty if there was none
 * @param generation the number of the generation that it serves from; 0 for none
 * @param answers how many it made ready for that wish
 * @param failure why it could not; empty if it could
 */
public record Readiness(String wish, long generation, int answers, String failure) {

    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+");

    /** It serves, and was asked for nothing. */
    public static final Readiness UNASKED = new Readiness("", 0, 0, "");

    public Readiness {
        if (BREAKS.matcher(wish).find()) {
            throw new IllegalArgumentException("a wish is one line without tabs");
        }
        failure = BREAKS.matcher(failure).replaceAll(" ");
    }

    String text() {
        return wish + "\t" + generation + "\t" + answers + "\t" + failure;
    }

    /** @throws IllegalArgumentException if {@code text} is none */
    static Readiness parse(String text) {
        String[] parts = text.split("\t", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("no readiness: " + parts.length + " parts instead of 4");
        }
        return new Readiness(parts[0], Long.parseLong(parts[1]), Integer.parseInt(parts[2]), parts[3]);
    }
}
