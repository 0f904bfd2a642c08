package hub.app.operator;

import java.io.PrintWriter;

/** Shows one line that changes: in place on a terminal, otherwise a new line whenever it differs. */
public final class ProgressLine {

    private static final String BACK_AND_CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private String shown = "";

    public ProgressLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public void show(String text) {
        if (text.equals(shown)) {
            return;
        }
        shown = text;
        if (terminal) {
            out.print(BACK_AND_CLEAR + text);
        } else {
            out.println(text);
        }
        out.flush();
    }

    /** Leaves no trace of it on a terminal. */
    public void clear() {
        out.print(terminal ? BACK_AND_CLEAR : "");
        out.flush();
    }

    /** Ends with a line that stays. */
    public void end(String text) {
        out.println(terminal ? BACK_AND_CLEAR + text : text);
        out.flush();
        shown = "";
    }
}
