package hub.query.dashboard;

import hub.projections.time.CentralDay;
import hub.query.http.Parameter;
import hub.query.http.QueryShape;
import java.time.LocalDate;
import java.util.function.Function;

/** Parameters that many views share. */
final class Common {

    /** {@code date}: today in Chicago if it is not given. */
    static final Parameter<LocalDate> DATE = Parameter.day("date", "The Central day")
            .or("today in Chicago", now -> CentralDay.of(now).date());

    private Common() {}

    /** A query of one day. */
    static <Q> QueryShape<Q> day(Function<LocalDate, Q> make) {
        return QueryShape.of(DATE, make);
    }
}
