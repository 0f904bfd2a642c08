package hub.projections.attendance;

import hub.projections.view.RangeQuery;

/** The shifts of one employee that began on the days of {@code range}. */
public record HistoryQuery(long employeeId, RangeQuery range) {

    /** How many days before its end a range begins that does not say so. */
    public static final int USUAL_DAYS = 30;
}
