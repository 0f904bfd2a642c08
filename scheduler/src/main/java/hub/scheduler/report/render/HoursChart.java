package hub.scheduler.report.render;

import hub.projections.heatmap.HeatmapRow;
import hub.scheduler.report.HeatDay;
import java.awt.BasicStroke;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.renderer.category.LevelRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jspecify.annotations.Nullable;

/** Items per hour of the day as bars, the previous working day's as marks across them. */
final class HoursChart {

    private HoursChart() {}

    static String svg(HeatDay day, @Nullable HeatDay previous) {
        // Numbers would lie under the marks; the heatmap has them.
        Bars bars = new Bars(column -> Style.ACCENT);
        bars.setDefaultItemLabelsVisible(false);
        CategoryPlot plot = new CategoryPlot(
                items(day),
                Style.categories(),
                Style.numbers(Math.max(most(day), previous == null ? 0 : most(previous))),
                bars);
        Style.gridOf(plot);
        if (previous != null) {
            plot.setDataset(1, items(previous));
            plot.setRenderer(1, marks());
            plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        }
        return Svg.of(
                Style.chart(plot), 560, 240, "hours", "Items per hour of the day, against the previous working day");
    }

    private static LevelRenderer marks() {
        LevelRenderer marks = new LevelRenderer();
        marks.setItemMargin(0);
        marks.setDefaultStroke(new BasicStroke(2));
        marks.setAutoPopulateSeriesStroke(false);
        marks.setSeriesPaint(0, Style.MUTED);
        return marks;
    }

    private static double most(HeatDay day) {
        return day.hours().stream().mapToLong(HeatmapRow::items).max().orElse(0);
    }

    private static DefaultCategoryDataset items(HeatDay day) {
        DefaultCategoryDataset items = new DefaultCategoryDataset();
        for (HeatmapRow hour : day.hours()) {
            items.addValue(hour.items() == 0 ? null : hour.items(), "items", hour.hour());
        }
        return items;
    }
}
