package hub.projections.trend;

import hub.projections.time.CentralDay;
import hub.projections.view.RangeQuery;
import java.time.Instant;

/** The last {@code days} Central days of one employee, today included. */
public record PersonTrendQuery(long employeeId, int days) {

    public static final int MAX_DAYS = 90;

    /** The days. */
    RangeQuery range(Instant now) {
        return RangeQuery.endingAt(CentralDay.of(now).date(), days);
    }
}
