package hub.scheduler.report.render;

import hub.scheduler.report.DayFigures;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.data.category.DefaultCategoryDataset;

/** Points per day of the trailing week, the day itself last and in color. */
final class WeekChart {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d", Locale.US);

    private WeekChart() {}

    static String svg(List<DayFigures> week) {
        DefaultCategoryDataset points = new DefaultCategoryDataset();
        week.forEach(day -> points.addValue(day.worked() ? day.points() : null, "points", DAY.format(day.date())));
        int last = week.size() - 1;
        CategoryPlot plot = new CategoryPlot(
                points,
                Style.categories(),
                Style.numbers(most(week)),
                new Bars(column -> column == last ? Style.ACCENT : Style.ACCENT_SOFT));
        Style.gridOf(plot);
        return Svg.of(Style.chart(plot), 560, 240, "week", "Points per day of the trailing week");
    }

    private static double most(List<DayFigures> week) {
        return week.stream()
                .mapToDouble(day -> day.points().doubleValue())
                .max()
                .orElse(0);
    }
}
