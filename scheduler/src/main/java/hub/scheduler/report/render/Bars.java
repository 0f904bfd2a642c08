package hub.scheduler.report.render;

import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.RectangularShape;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.renderer.category.BarPainter;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.RectangleEdge;

/** Flat, slightly rounded bars with their values beside them. */
final class Bars extends BarRenderer {

    private final transient IntFunction<Paint> colors;

    /** @param colors of a category's bar, by its index */
    Bars(IntFunction<Paint> colors) {
        this.colors = colors;
        setBarPainter(new Rounded());
        setShadowVisible(false);
        setDrawBarOutline(false);
        setMaximumBarWidth(0.09);
        setDefaultItemLabelGenerator(
                new StandardCategoryItemLabelGenerator("{2}", NumberFormat.getIntegerInstance(Locale.US)));
        setDefaultItemLabelFont(Style.SMALL_BOLD);
        setDefaultItemLabelPaint(Style.INK);
        setDefaultItemLabelsVisible(true);
    }

    @Override
    public Paint getItemPaint(int row, int column) {
        return colors.apply(column);
    }

    private static final class Rounded implements BarPainter {
        @Override
        public void paintBar(
                Graphics2D g, BarRenderer renderer, int row, int column, RectangularShape bar, RectangleEdge base) {
            g.setPaint(renderer.getItemPaint(row, column));
            g.fill(Style.rounded(bar.getX(), bar.getY(), bar.getWidth(), bar.getHeight()));
        }

        @Override
        public void paintBarShadow(
                Graphics2D g,
                BarRenderer renderer,
                int row,
                int column,
                RectangularShape bar,
                RectangleEdge base,
                boolean pegShadow) {
            // Flat.
        }
    }
}
