package hub.scheduler.report.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.RoundRectangle2D;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleInsets;

/** The look that all charts share. Colors are those of the page's style sheet. */
final class Style {

    static final Color INK = new Color(0x1f2937);
    static final Color MUTED = new Color(0x6b7280);
    static final Color LINE = new Color(0xe5e7eb);
    static final Color ACCENT = new Color(0x4f46e5);
    static final Color ACCENT_SOFT = new Color(0xc7d2fe);
    static final Color BEFORE = new Color(0xcbd5e1);

    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    static final Font SMALL_BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 11);

    private static final BasicStroke HAIR = new BasicStroke(1);

    private Style() {}

    static JFreeChart chart(Plot plot) {
        JFreeChart chart = new JFreeChart(null, SMALL, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    static void gridOf(CategoryPlot plot) {
        plot.setRangeGridlinePaint(LINE);
        plot.setRangeGridlineStroke(HAIR);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(LINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    static CategoryAxis categories() {
        CategoryAxis axis = new CategoryAxis();
        quiet(axis);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        axis.setCategoryMargin(0.28);
        // Labels may be wider than their bars.
        axis.setMaximumCategoryLabelWidthRatio(2f);
        return axis;
    }

    /** @param most the largest value that is shown */
    static NumberAxis numbers(double most) {
        NumberAxis axis = new NumberAxis();
        quiet(axis);
        axis.setRange(0, Math.max(1, most) * 1.14);
        axis.setTickUnit(new NumberTickUnit(step(most), NumberFormat.getIntegerInstance(Locale.US)));
        return axis;
    }

    /** Between every fifth and every half of {@code most}: 1, 2 or 5 with zeros. */
    private static double step(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(5, most) / 5)));
        double share = Math.max(5, most) / 5 / power;
        return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    }

    private static void quiet(Axis axis) {
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(SMALL);
        axis.setTickLabelPaint(MUTED);
    }

    static RoundRectangle2D rounded(double x, double y, double width, double height) {
        return new RoundRectangle2D.Double(x, y, width, height, 6, 6);
    }
}
