package hub.projections.portal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person set out to reach, with the legacy's field names (domain 3.10).
 *
 * @param goals active ones, by type, then the latest first
 */
public record Goals(boolean success, List<PersonalGoal> goals) {

    /**
     * @param type as {@code daily}
     * @param metric what is measured, as {@code items_processed}
     * @param target of the metric; 0 if none is set
     * @param current of the metric, today; 0 for a metric that is not known
     * @param progress current of target in percent, at most 100, one digit
     */
    public record PersonalGoal(
            long id,
            @Nullable String type,
            @Nullable String metric,
            BigDecimal target,
            BigDecimal current,
            BigDecimal progress,
            @Nullable LocalDate startDate) {}
}
