package hub.app.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Shows frames: redrawn in place on a terminal, otherwise one line every few seconds. */
final class Screen {

    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_REST = "\u001b[K";
    private static final Duration LINE_EVERY = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private int drawn;
    private long lineDue = Long.MIN_VALUE;

    Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(Frame frame) {
        if (terminal) {
            redraw(frame.lines());
        } else if (System.nanoTime() >= lineDue) {
            lineDue = System.nanoTime() + LINE_EVERY.toNanos();
            out.println(frame.compact());
        }
    }

    private void redraw(List<String> lines) {
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append(UP.formatted(drawn));
        }
        lines.forEach(line -> text.append(line).append(CLEAR_REST).append("\n"));
        for (int i = lines.size(); i < drawn; i++) {
            text.append(CLEAR_REST).append("\n");
        }
        drawn = Math.max(drawn, lines.size());
        out.print(text);
        out.flush();
    }
}
