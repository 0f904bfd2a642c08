package hub.projections.departments;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.board.Tally;
import hub.projections.dimensions.Roles;
import hub.projections.shifts.Clocked;
import hub.projections.shifts.ShiftDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.view.Decimals;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The departments of a Central day: PodFactory items against what their people's hours let expect (domain 3.1). By items
 * descending, then name; the four departments that are always shown follow, in their own order, if nothing was done there.
 */
public final class DepartmentsView implements View<DepartmentsQuery, List<DepartmentRow>> {

    private static final List<String> ALWAYS_SHOWN = List.of("Picking", "Packing", "Heat Press", "Labeling");
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private static final Comparator<DepartmentRow> ORDER = Comparator.comparing(DepartmentRow::totalItems)
            .reversed()
            .thenComparing(DepartmentRow::departmentName, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final ScoreMode mode;

    public DepartmentsView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "departments";
    }

    @Override
    public Set<PartitionId> reads(DepartmentsQuery query, Boards loaded, Instant now) {
        DayNotHeld.check(query.date(), loaded.horizon());
        Partition day = new Partition.Day(query.date());
        return Set.of(
                DepartmentDay.BOARD.in(day), DepartmentTime.BOARD.in(day), ShiftDay.BOARD.in(day), Roles.PARTITION);
    }

    @Override
    public Answer<List<DepartmentRow>> answer(DepartmentsQuery query, Boards boards, Instant now) {
        Partition day = new Partition.Day(query.date());
        ShiftDay shifts = boards.get(ShiftDay.BOARD, day);
        Expectation expectation = new Expectation(boards.get(Roles.BOARD, Partition.ALL));
        Attribution attribution = new Attribution(query.hoursMode(), boards.get(DepartmentTime.BOARD, day));
        List<DepartmentRow> rows = new ArrayList<>();
        Instant until = Instant.MAX;
        Map<@Nullable String, Map<Long, Tally>> departments =
                boards.get(DepartmentDay.BOARD, day).byDepartment();
        for (Map.Entry<@Nullable String, Map<Long, Tally>> department : departments.entrySet()) {
            DepartmentHours hours = new DepartmentHours();
            long items = 0;
            for (Map.Entry<Long, Tally> employee : department.getValue().entrySet()) {
                Clocked clocked = Clocked.of(shifts.of(employee.getKey()), mode, now);
                hours.add(clocked.minutesOrZero(), attribution.share(employee.getKey(), department.getKey()));
                until = clocked.nextTick().isBefore(until) ? clocked.nextTick() : until;
                items += employee.getValue().items();
            }
            if (items > 0) {
                rows.add(row(department.getKey(), items, hours, expectation));
            }
        }
        rows.sort(ORDER);
        for (String name : ALWAYS_SHOWN) {
            if (rows.stream().noneMatch(row -> name.equals(row.departmentName()))) {
                rows.add(row(name, 0, new DepartmentHours(), expectation));
            }
        }
        return new Answer<>(List.copyOf(rows), until);
    }

    private static DepartmentRow row(
            @Nullable String name, long items, DepartmentHours hours, Expectation expectation) {
        BigDecimal expected = expectation.itemsPerHour(name);
        BigDecimal efficiency = hours.efficiency(items, expected);
        BigDecimal perMinute = hours.itemsPerMinute(items);
        return new DepartmentRow(
                name,
                name,
                hours.employees(),
                hours.clocked(),
                items,
                hours.total(),
                efficiency,
                efficiency.subtract(Decimals.HUNDRED),
                Decimals.divide(expected, SIXTY, 2),
                perMinute,
                perMinute,
                0);
    }
}
