package hub.projections.heatmap;

import java.math.BigDecimal;

/**
 * One wall-clock hour, with the legacy's field names.
 *
 * @param hour as {@code 6 AM}
 * @param activeEmployees distinct people at work in that hour
 * @param points one digit
 */
public record HourlyRow(String hour, long itemsProcessed, int activeEmployees, BigDecimal points) {

    static HourlyRow of(HeatmapRow row) {
        int hour = Integer.parseInt(row.hour(), 0, row.hour().indexOf(':'), 10);
        String name = (hour % 12 == 0 ? 12 : hour % 12) + (hour < 12 ? " AM" : " PM");
        return new HourlyRow(name, row.items(), row.employees(), row.points());
    }
}
