package hub.scheduler.report;

import hub.projections.view.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures that a report compares, in the order in which it shows them. */
final class Metrics {

    private record Definition(String key, String name, int digits, Function<DayFigures, @Nullable BigDecimal> of) {}

    private static final List<Definition> ALL = List.of(
            new Definition("points", "Points", 2, DayFigures::points),
            new Definition("items", "Items", 0, day -> BigDecimal.valueOf(day.items())),
            new Definition("finished", "Items finished", 0, day -> BigDecimal.valueOf(day.finished())),
            new Definition("people", "People", 0, day -> BigDecimal.valueOf(day.people())),
            new Definition("hours", "Hours clocked", 1, DayFigures::hours),
            new Definition("items_per_hour", "Items per hour", 1, DayFigures::itemsPerHour),
            new Definition("efficiency", "Efficiency", 1, DayFigures::efficiency));

    private Metrics() {}

    /** @param week the days before {@code day}, oldest first; days on which nobody worked are no working days */
    static List<Metric> of(DayFigures day, List<DayFigures> week) {
        List<DayFigures> working = week.stream().filter(DayFigures::worked).toList();
        return ALL.stream().map(definition -> metric(definition, day, working)).toList();
    }

    private static Metric metric(Definition definition, DayFigures day, List<DayFigures> working) {
        return new Metric(
                definition.key(),
                definition.name(),
                definition.of().apply(day),
                working.isEmpty() ? null : definition.of().apply(working.getLast()),
                mean(working, definition));
    }

    private static @Nullable BigDecimal mean(List<DayFigures> days, Definition definition) {
        BigDecimal sum = BigDecimal.ZERO;
        int known = 0;
        for (DayFigures day : days) {
            BigDecimal value = definition.of().apply(day);
            if (value != null) {
                sum = sum.add(value);
                known++;
            }
        }
        return known == 0 ? null : Decimals.divide(sum, BigDecimal.valueOf(known), definition.digits());
    }
}
