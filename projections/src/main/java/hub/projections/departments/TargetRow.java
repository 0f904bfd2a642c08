package hub.projections.departments;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One department's target, with the legacy's field names.
 *
 * @param targetRatePerPerson items per minute and person, as stored
 */
public record TargetRow(String departmentName, @Nullable BigDecimal targetRatePerPerson) {}
