package hub.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says what a long run is doing: at most one line every few seconds, and each result as it comes. */
public final class Progress {

    private static final long QUIET = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private long shownAt = System.nanoTime() - QUIET;

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Something that changes often. */
    public void show(String format, Object... arguments) {
        if (System.nanoTime() - shownAt >= QUIET) {
            note(format, arguments);
        }
    }

    /** Something that is to be seen in any case. */
    public void note(String format, Object... arguments) {
        shownAt = System.nanoTime();
        out.println("bench: " + String.format(Locale.ROOT, format, arguments));
    }
}
