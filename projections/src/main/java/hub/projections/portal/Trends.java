package hub.projections.portal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A person's last days, with the legacy's field names (domain 3.10).
 *
 * @param trend days with a shift or items (stored mode: with a stored score), oldest first
 */
public record Trends(boolean success, boolean hasData, int days, List<Day> trend) {

    /**
     * @param points two digits
     * @param efficiency active of clocked minutes, 0 to 1, two digits
     * @param minutes active minutes
     */
    public record Day(LocalDate date, long items, BigDecimal points, BigDecimal efficiency, long minutes) {}
}
