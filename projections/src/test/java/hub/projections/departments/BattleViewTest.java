package hub.projections.departments;

import static hub.projections.Given.activity;
import static hub.projections.Given.picking;
import static hub.projections.Given.qc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.source.NotInSource;
import hub.projections.view.Everything;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BattleViewTest {

    private static final String NOW = "2026-01-15T23:30:00Z";

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void departmentsByPoints() {
        world.put(
                qc(1, 1, 100, "2026-01-15T15:00:00Z"),
                picking(2, 1, 120, "2026-01-15T15:00:00Z"),
                picking(3, 2, 81, "2026-01-15T16:00:00Z"),
                activity(4, 3, 1, "In Production", 50, "2026-01-15T15:00:00Z", 600, "Heat Press", "podfactory"),
                activity(5, 3, 1, "In Production", 900, "2026-01-15T15:00:00Z", 600, "Heat Press", "manual"));

        // 120 and 81 items at half a point: 100.5; the two at 100 points by name.
        assertThat(battle(NOW))
                .containsExactly(
                        row("Picking", 2, 201, "100.5", "50.3", 1, "🎯", "Leading", "gold", null),
                        row("Heat Press", 1, 50, "100.0", "100.0", 2, "🔥", "Chasing", "silver", "0.5"),
                        row("Packing", 1, 100, "100.0", "100.0", 3, "📦", "Fighting", "bronze", "0.5"));

        world.put(picking(3, 2, 81, "2026-01-14T16:00:00Z"));
        assertThat(battle(NOW)).extracting(BattleRow::department).containsExactly("Heat Press", "Packing", "Picking");
        assertThat(battle("2026-01-16T06:00:00Z")).isEmpty();
    }

    @Test
    void rowsWithoutAKnownRoleOrDepartmentCountAndEarnNothing() {
        world.put(new Row.Activity(
                1,
                1,
                null,
                "QC Passed",
                7L,
                qc(1, 1, 1, "2026-01-15T15:00:00Z").windowStart(),
                null,
                null,
                "podfactory"));
        assertThat(battle(NOW)).containsExactly(row(null, 1, 7, "0.0", "0.0", 1, "📋", "Leading", "gold", null));
    }

    @Test
    void targetsAreWhatIsStored() {
        world.has(Table.DEPARTMENT_TARGETS);
        world.put(
                new Row.DepartmentTarget(2, "Picking", new BigDecimal("20.00")),
                new Row.DepartmentTarget(1, "Unknown", new BigDecimal("15.00")),
                new Row.DepartmentTarget(3, "Heat Press", new BigDecimal("6.00")));
        world.put(new Row.DepartmentTarget(2, "Picking", new BigDecimal("21.50")));
        assertThat(world.answer(new TargetsView(), Everything.QUERY, NOW).body())
                .containsExactly(
                        new TargetRow("Heat Press", new BigDecimal("6.00")),
                        new TargetRow("Picking", new BigDecimal("21.50")),
                        new TargetRow("Unknown", new BigDecimal("15.00")));

        world.truncate(Table.DEPARTMENT_TARGETS);
        assertThat(world.answer(new TargetsView(), Everything.QUERY, NOW).body())
                .isEmpty();
    }

    @Test
    void noTableOfTargetsIsNoEmptyList() {
        assertThatThrownBy(() -> world.answer(new TargetsView(), Everything.QUERY, NOW))
                .isInstanceOf(NotInSource.class)
                .hasMessage("the source has no table department_targets");
    }

    private List<BattleRow> battle(String now) {
        return world.answer(new BattleView(), Everything.QUERY, now).body();
    }

    private static BattleRow row(
            @org.jspecify.annotations.Nullable String department,
            int employees,
            long items,
            String points,
            String average,
            int rank,
            String icon,
            String status,
            String color,
            @org.jspecify.annotations.Nullable String behind) {
        return new BattleRow(
                department,
                employees,
                items,
                new BigDecimal(points),
                new BigDecimal(average),
                rank,
                icon,
                status,
                color,
                Optional.ofNullable(behind).map(BigDecimal::new));
    }
}
