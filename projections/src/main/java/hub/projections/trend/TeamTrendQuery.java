package hub.projections.trend;

import hub.projections.time.CentralDay;
import hub.projections.view.RangeQuery;
import java.time.Instant;
import java.util.Optional;

/**
 * The last {@code days} Central days, today included.
 *
 * @param role empty = everybody
 */
public record TeamTrendQuery(Optional<Long> role, int days) {

    public static final int MAX_DAYS = 90;

    /** The days. */
    RangeQuery range(Instant now) {
        return RangeQuery.endingAt(CentralDay.of(now).date(), days);
    }
}
