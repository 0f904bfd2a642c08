package hub.scheduler.report.render;

import org.jspecify.annotations.Nullable;

/**
 * Comma-separated lines as RFC 4180 has them. A text that a spreadsheet would take for a formula ({@code =}, {@code +},
 * {@code -}, {@code @}, or such a sign behind a tab or line break) gets an apostrophe in front, which shows it as text.
 */
final class CsvLines {

    private final StringBuilder out = new StringBuilder();
    private boolean begun;

    CsvLines text(@Nullable String value) {
        return field(value == null ? "" : guarded(value));
    }

    /** A value that this program has written itself and that may begin with a minus. */
    CsvLines number(@Nullable Object value) {
        return field(value == null ? "" : value.toString());
    }

    CsvLines end() {
        out.append("\r\n");
        begun = false;
        return this;
    }

    private CsvLines field(String value) {
        if (begun) {
            out.append(',');
        }
        begun = true;
        if (value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')) {
            out.append('"').append(value.replace("\"", "\"\"")).append('"');
        } else {
            out.append(value);
        }
        return this;
    }

    private static String guarded(String value) {
        return !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
