package hub.projections.heatmap;

import java.math.BigDecimal;

/**
 * One wall-clock hour of the heatmap, with the legacy's field names.
 *
 * @param hour as {@code 6:00}
 * @param employees distinct people at work in that hour
 * @param points one digit
 * @param intensity percent of 500 points, one digit, at most 100
 */
public record HeatmapRow(String hour, int employees, long items, BigDecimal points, BigDecimal intensity) {}
