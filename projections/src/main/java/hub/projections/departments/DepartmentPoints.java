package hub.projections.departments;

import hub.projections.board.Tally;
import hub.projections.dimensions.Roles;
import hub.projections.dimensions.Roles.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one department earned in PodFactory's rows of a day, at the roles' multipliers of now. Rows without a known role
 * count in items and rows, and earn nothing.
 *
 * @param points exact
 */
public record DepartmentPoints(@Nullable String department, int employees, long rows, long items, BigDecimal points) {

    /** Points descending, then name. */
    public static final Comparator<DepartmentPoints> MOST_FIRST = Comparator.comparing(DepartmentPoints::points)
            .reversed()
            .thenComparing(DepartmentPoints::department, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Every department with at least one row, the one with the most points first. */
    public static List<DepartmentPoints> of(DepartmentDay day, Roles roles) {
        List<DepartmentPoints> all = new ArrayList<>();
        day.roles().forEach((department, byRole) -> {
            Tally total = Tally.ZERO;
            BigDecimal points = BigDecimal.ZERO;
            for (Map.Entry<@Nullable Long, Tally> role : byRole.entrySet()) {
                total = total.plus(role.getValue());
                BigDecimal multiplier =
                        roles.find(role.getKey()).map(Role::multiplier).orElse(BigDecimal.ZERO);
                points = points.add(
                        multiplier.multiply(BigDecimal.valueOf(role.getValue().items())));
            }
            int employees =
                    day.byDepartment().getOrDefault(department, Map.of()).size();
            all.add(new DepartmentPoints(department, employees, total.rows(), total.items(), points));
        });
        all.sort(MOST_FIRST);
        return all;
    }
}
