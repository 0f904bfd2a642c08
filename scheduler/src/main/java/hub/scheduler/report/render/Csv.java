package hub.scheduler.report.render;

import hub.projections.heatmap.HeatmapRow;
import hub.scheduler.report.CostPart;
import hub.scheduler.report.DailyReport;
import hub.scheduler.report.DayFigures;
import hub.scheduler.report.DepartmentLine;
import hub.scheduler.report.HeatDay;
import hub.scheduler.report.Metric;
import hub.scheduler.report.Report;
import hub.scheduler.report.TopLine;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The report as one table for spreadsheets: a line per value, {@code date,seal,section,subject,measure,value}. Sections are
 * report (state, position, remarks), total, previous, week (the mean), day, top, department, hour and, where it is to be shown, cost.
 */
public final class Csv {

    private final Report report;
    private final CsvLines lines = new CsvLines();

    private Csv(Report report) {
        this.report = report;
    }

    public static String of(Report report) {
        return new Csv(report).write();
    }

    private String write() {
        DailyReport day = report.day();
        lines.text("date")
                .text("seal")
                .text("section")
                .text("subject")
                .text("measure")
                .text("value")
                .end();
        line("report", "", "state", day.edition().kind().name().toLowerCase(Locale.ROOT));
        line("report", "", "position", report.made().position());
        day.remarks().forEach(remark -> line("report", "", "remark", remark));
        for (Metric metric : day.metrics()) {
            line("total", "", metric.key(), metric.value());
            line("previous", day.previous() == null ? "" : day.previous().toString(), metric.key(), metric.previous());
            line("week", "", metric.key(), metric.week());
        }
        day.week().forEach(this::day);
        day.top().forEach(this::top);
        day.departments().forEach(this::department);
        day.heat().forEach(this::hours);
        if (day.cost() != null) {
            cost(day.cost());
        }
        return lines.toString();
    }

    private void day(DayFigures day) {
        String date = day.date().toString();
        line("day", date, "people", day.people());
        line("day", date, "items", day.items());
        line("day", date, "points", day.points());
    }

    private void top(TopLine line) {
        String rank = Integer.toString(line.rank());
        line("top", rank, "name", line.name());
        line("top", rank, "department", line.department());
        line("top", rank, "points", line.points());
        line("top", rank, "items", line.items());
    }

    private void department(DepartmentLine line) {
        String name = Words.department(line.name());
        line("department", name, "people", line.people());
        line("department", name, "items", line.items());
        line("department", name, "hours", line.hours());
        line("department", name, "efficiency", line.efficiency());
        line("department", name, "vs_target", line.vsTarget());
    }

    private void hours(HeatDay day) {
        for (HeatmapRow hour : day.hours()) {
            line("hour", day.date() + " " + hour.hour(), "items", hour.items());
        }
    }

    private void cost(CostPart cost) {
        line("cost", "", "total", cost.total());
        line("cost", "", "active", cost.active());
        line("cost", "", "non_active", cost.nonActive());
        line("cost", "", "utilization", cost.utilization());
        line("cost", "", "average_rate", cost.averageRate());
        line("cost", "", "per_item", cost.perItem());
        cost.departments().forEach(line -> line("cost", Words.department(line.name()), "total", line.total()));
    }

    private void line(String section, String subject, String measure, String value) {
        begin(section, subject, measure).text(value).end();
    }

    private void line(String section, String subject, String measure, @Nullable Number value) {
        begin(section, subject, measure).number(value).end();
    }

    private CsvLines begin(String section, String subject, String measure) {
        return lines.number(report.day().date())
                .number(report.day().edition().version())
                .text(section)
                .text(subject)
                .text(measure);
    }
}
