package hub.query.dashboard;

import hub.projections.time.CentralDay;
import hub.projections.view.RangeQuery;
import hub.query.http.Arguments;
import hub.query.http.Parameter;
import hub.query.http.Problem;
import hub.query.http.ProblemType;
import hub.query.http.QueryShape;
import hub.query.http.Refusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Parameters that name a range of days, with the legacy's texts for what is wrong with them. */
final class Ranges {

    static final Parameter<Optional<LocalDate>> START =
            Parameter.day("start_date", "The first Central day").optional();
    static final Parameter<Optional<LocalDate>> END =
            Parameter.day("end_date", "The last Central day, included").optional();
    private static final Parameter<Optional<LocalDate>> DATE =
            Parameter.day("date", "A single Central day, instead of a range").optional();

    /** {@code start_date} and {@code end_date}, both of them. */
    static final QueryShape<RangeQuery> BOTH_ENDS = QueryShape.of(START, END, (start, end) -> {
        if (start.isEmpty() || end.isEmpty()) {
            throw refused(start.isEmpty() ? START : END, "Both start_date and end_date are required");
        }
        return range(start.get(), end.get());
    });

    /** {@code date}, or else {@code start_date} (today if not given) to {@code end_date} (the start if not given). */
    static final QueryShape<RangeQuery> DAY_OR_RANGE = new QueryShape<>(List.of(DATE, START, END), arguments -> {
        Optional<LocalDate> date = arguments.get(DATE);
        if (date.isPresent()) {
            return range(date.get(), date.get());
        }
        LocalDate start = arguments
                .get(START)
                .orElseGet(() -> CentralDay.of(arguments.now()).date());
        return range(start, arguments.get(END).orElse(start));
    });

    private Ranges() {}

    /** {@code start_date} ({@code days} before the end if not given) to {@code end_date} (today if not given). */
    static RangeQuery upToToday(Arguments arguments, int days) {
        LocalDate end = arguments
                .get(END)
                .orElseGet(() -> CentralDay.of(arguments.now()).date());
        return range(arguments.get(START).orElse(end.minusDays(days)), end);
    }

    private static RangeQuery range(LocalDate start, LocalDate end) {
        if (start.isAfter(end)) {
            throw refused(START, "start_date must be before end_date");
        }
        long days = start.until(end, ChronoUnit.DAYS) + 1;
        if (days > RangeQuery.MAX_DAYS) {
            throw refused(
                    END, "The range has " + days + " days; at most " + RangeQuery.MAX_DAYS + " are answered at once");
        }
        return new RangeQuery(start, end);
    }

    private static Refusal refused(Parameter<?> parameter, String why) {
        return Problem.of(ProblemType.INVALID_PARAMETER, why)
                .with("parameter", parameter.name())
                .refusal();
    }
}
