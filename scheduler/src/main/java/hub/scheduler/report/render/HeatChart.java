package hub.scheduler.report.render;

import hub.projections.heatmap.HeatmapRow;
import hub.scheduler.report.HeatDay;
import java.awt.Color;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;

/** Days by hours, each cell as dark as its items are many. */
final class HeatChart {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.US);

    private HeatChart() {}

    static String svg(List<HeatDay> days) {
        long most = days.stream()
                .flatMap(day -> day.hours().stream())
                .mapToLong(HeatmapRow::items)
                .max()
                .orElse(0);
        XYPlot plot = new XYPlot(
                cells(days),
                hours(days.getFirst()),
                symbols(days.stream().map(day -> DAY.format(day.date())).toArray(String[]::new)),
                new XYBlockRenderer());
        XYBlockRenderer blocks = (XYBlockRenderer) plot.getRenderer();
        blocks.setBlockWidth(0.94);
        blocks.setBlockHeight(0.88);
        blocks.setPaintScale(new Shades(most));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        for (int row = 0; row < days.size(); row++) {
            List<HeatmapRow> hours = days.get(row).hours();
            for (int hour = 0; hour < hours.size(); hour++) {
                long items = hours.get(hour).items();
                if (items != 0) {
                    XYTextAnnotation text = new XYTextAnnotation(
                            NumberFormat.getIntegerInstance(Locale.US).format(items), hour, row);
                    text.setFont(Style.SMALL);
                    text.setPaint(items * 2 > most ? Color.WHITE : Style.INK);
                    plot.addAnnotation(text);
                }
            }
        }
        return Svg.of(
                Style.chart(plot), 1000, 40 + 30 * days.size(), "heat", "Items by day and hour of the trailing week");
    }

    private static DefaultXYZDataset cells(List<HeatDay> days) {
        int width = days.getFirst().hours().size();
        double[][] xyz = new double[3][days.size() * width];
        for (int row = 0; row < days.size(); row++) {
            for (int hour = 0; hour < width; hour++) {
                int cell = row * width + hour;
                xyz[0][cell] = hour;
                xyz[1][cell] = row;
                xyz[2][cell] = days.get(row).hours().get(hour).items();
            }
        }
        DefaultXYZDataset cells = new DefaultXYZDataset();
        cells.addSeries("items", xyz);
        return cells;
    }

    private static SymbolAxis hours(HeatDay day) {
        return symbols(day.hours().stream().map(HeatmapRow::hour).toArray(String[]::new));
    }

    private static SymbolAxis symbols(String[] names) {
        SymbolAxis axis = new SymbolAxis(null, names);
        axis.setGridBandsVisible(false);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(Style.SMALL);
        axis.setTickLabelPaint(Style.MUTED);
        return axis;
    }

    /** From nothing through pale to the accent. */
    private record Shades(long most) implements PaintScale {
        private static final Color NOTHING = new Color(0xf3f4f6);

        @Override
        public double getLowerBound() {
            return 0;
        }

        @Override
        public double getUpperBound() {
            return most;
        }

        @Override
        public Color getPaint(double value) {
            if (value <= 0 || most == 0) {
                return NOTHING;
            }
            double share = 0.12 + 0.88 * Math.min(1, value / most);
            return new Color(
                    mix(0xff, Style.ACCENT.getRed(), share),
                    mix(0xff, Style.ACCENT.getGreen(), share),
                    mix(0xff, Style.ACCENT.getBlue(), share));
        }

        private static int mix(int from, int to, double share) {
            return (int) Math.round(from + (to - from) * share);
        }
    }
}
