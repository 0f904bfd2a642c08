package hub.scheduler.report.render;

import hub.scheduler.report.DailyReport;
import hub.scheduler.report.HeatDay;
import org.jspecify.annotations.Nullable;

/** The charts of a page, each an SVG element. */
public record Charts(String week, String hours, String departments, String heat) {

    static Charts of(DailyReport report) {
        return new Charts(
                WeekChart.svg(report.week()),
                HoursChart.svg(report.heat().getLast(), previous(report)),
                DepartmentsChart.svg(report.departments()),
                HeatChart.svg(report.heat()));
    }

    private static @Nullable HeatDay previous(DailyReport report) {
        return report.heat().stream()
                .filter(day -> day.date().equals(report.previous()))
                .findFirst()
                .orElse(null);
    }
}
