package hub.projections.departments;

import hub.projections.departments.DepartmentTime.Stay;
import hub.projections.view.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What part of a person's hours counts in a department. */
record Attribution(HoursMode mode, DepartmentTime time) {

    private static final Fraction WHOLE = Fraction.of(BigDecimal.ONE);

    /** Of a person with PodFactory work in {@code department}. */
    Fraction share(long employeeId, @Nullable String department) {
        return switch (mode) {
            case FULL -> WHOLE;
            case ALLOCATED -> allocated(time.of(employeeId), department);
        };
    }

    /** By seconds; by the number of windows if none of them has a length. */
    private static Fraction allocated(List<Stay> stays, @Nullable String department) {
        boolean timed = sum(stays, Stay::seconds) > 0;
        ToLongFunction<Stay> weight = timed ? Stay::seconds : Stay::windows;
        long here = sum(
                stays.stream()
                        .filter(stay -> Objects.equals(stay.department(), department))
                        .toList(),
                weight);
        return Fraction.of(BigDecimal.valueOf(here), BigDecimal.valueOf(sum(stays, weight)));
    }

    private static long sum(List<Stay> stays, ToLongFunction<Stay> weight) {
        return stays.stream().filter(Stay::podfactory).mapToLong(weight).sum();
    }
}
