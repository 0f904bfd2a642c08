package hub.scheduler.report.render;

import hub.scheduler.report.DepartmentLine;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** Items per department. */
final class DepartmentsChart {

    /** Bars are told apart by their place: two departments may read alike. */
    private record Bar(int place, String label) implements Comparable<Bar> {
        @Override
        public int compareTo(Bar other) {
            return Integer.compare(place, other.place);
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private DepartmentsChart() {}

    static String svg(List<DepartmentLine> departments) {
        DefaultCategoryDataset items = new DefaultCategoryDataset();
        for (int i = 0; i < departments.size(); i++) {
            DepartmentLine line = departments.get(i);
            items.addValue(line.items(), "items", new Bar(i, Words.department(line.name())));
        }
        NumberAxis numbers = Style.numbers(
                departments.stream().mapToLong(DepartmentLine::items).max().orElse(0));
        numbers.setVisible(false);
        Bars bars = new Bars(column -> Style.ACCENT);
        bars.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        CategoryPlot plot = new CategoryPlot(items, Style.categories(), numbers, bars);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return Svg.of(Style.chart(plot), 420, 20 + 38 * departments.size(), "departments", "Items per department");
    }
}
