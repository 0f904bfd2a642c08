package hub.scheduler.report.render;

import hub.scheduler.report.DailyReport;
import hub.scheduler.report.Metric;
import hub.scheduler.report.Report;
import hub.scheduler.report.TopLine;

/** The report in short, for mail programs that show no pages. */
public final class PlainText {

    private PlainText() {}

    public static String of(Report report) {
        DailyReport day = report.day();
        StringBuilder text = new StringBuilder(Words.title(day))
                .append("\n\n")
                .append(Words.headline(day))
                .append('\n');
        for (String remark : day.remarks()) {
            text.append("\n* ").append(remark);
        }
        if (!day.empty()) {
            text.append("\n\n");
            for (Metric metric : day.metrics()) {
                text.append("%-16s %12s\n".formatted(metric.name(), Words.metric(metric, metric.value())));
            }
            text.append('\n');
            for (TopLine line : day.top()) {
                text.append("%d. %s: %s points, %s items\n"
                        .formatted(line.rank(), line.name(), Words.number(line.points()), Words.number(line.items())));
            }
        }
        return text.append("\nThe whole report is attached as a page for your browser; its figures as CSV.\n")
                .toString();
    }
}
