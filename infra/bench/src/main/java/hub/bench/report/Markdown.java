package hub.bench.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report for people. Figures are medians, with the smallest and the largest round in parentheses. */
public final class Markdown {

    private Markdown() {}

    public static String of(Report report) {
        StringBuilder text = new StringBuilder("# Benchmark\n\n");
        report.machine()
                .all()
                .forEach((name, value) -> text.append("- ")
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append('\n'));
        report.parts().forEach(part -> text.append('\n').append(of(part)));
        return text.toString();
    }

    public static String of(Part part) {
        StringBuilder text = new StringBuilder("## " + part.title() + "\n\nFloor: " + part.floor() + "\n\n");
        text.append("| figure | unit | measured | floor | ratio | target | verdict |\n|---|---|---|---|---|---|---|\n");
        for (Line line : part.lines()) {
            text.append("| ").append(line.what()).append(" | ").append(line.unit());
            text.append(" | ").append(spread(line.measured()));
            text.append(" | ").append(spread(line.floor()));
            text.append(" | ").append(spread(line.ratio()));
            text.append(" | ").append(target(line)).append(" |\n");
        }
        part.failures()
                .forEach(
                        failure -> text.append("\n**Failed:** ").append(failure).append('\n'));
        return text.toString();
    }

    private static String target(Line line) {
        Boolean reached = line.reached();
        return reached == null ? " | " : line.target() + " | " + (reached ? "reached" : "missed");
    }

    private static String spread(@Nullable Sample sample) {
        if (sample == null) {
            return "";
        }
        return number(sample.median()) + " (" + number(sample.min()) + "–" + number(sample.max()) + ")";
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        String format = size >= 1_000 ? "%,.0f" : size >= 20 ? "%.1f" : "%.3g";
        return String.format(Locale.ROOT, value == 0 ? "%.0f" : format, value);
    }
}
