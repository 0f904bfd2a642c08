package hub.scheduler.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the day's labor cost. Only for readers with the scope {@code cost:read}.
 *
 * @param total two digits, as all amounts
 * @param utilization active in percent of clocked minutes, one digit
 * @param perItem total per item that passed QC, three digits; null without any
 */
public record CostPart(
        BigDecimal total,
        BigDecimal active,
        BigDecimal nonActive,
        BigDecimal utilization,
        BigDecimal averageRate,
        @Nullable BigDecimal perItem,
        List<Department> departments) {

    /** @param name null for work without a department */
    public record Department(@Nullable String name, int people, long items, BigDecimal total) {}

    public CostPart {
        departments = List.copyOf(departments);
    }
}
