package hub.projections.departments;

import static hub.projections.Given.activity;
import static hub.projections.Given.picking;
import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HoursModeTest {

    private static final LocalDate J = LocalDate.parse("2026-01-15");

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aPersonsHoursAreSplitByTheTimeOfTheWindows() {
        world.put(shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z"))
                .put(
                        activity(1, 1, 3, "Picking", 60, "2026-01-15T14:00:00Z", 600, "Picking", "podfactory"),
                        activity(2, 1, 2, "QC Passed", 60, "2026-01-15T15:00:00Z", 1200, "Packing", "podfactory"),
                        activity(3, 1, 2, "QC Passed", 60, "2026-01-15T16:00:00Z", 9000, "Packing", "manual"));

        assertThat(row("Picking", HoursMode.FULL).totalHours()).isEqualTo(new BigDecimal("4.00"));
        assertThat(row("Packing", HoursMode.FULL).totalHours()).isEqualTo(new BigDecimal("4.00"));
        assertThat(row("Picking", HoursMode.ALLOCATED).totalHours()).isEqualTo(new BigDecimal("1.33"));
        assertThat(row("Packing", HoursMode.ALLOCATED).totalHours()).isEqualTo(new BigDecimal("2.67"));
        assertThat(row("Picking", HoursMode.ALLOCATED).avgRate())
                .as("60 in 80 minutes")
                .isEqualTo(new BigDecimal("0.75"));
        assertThat(row("Picking", HoursMode.ALLOCATED).efficiency()).isEqualTo(new BigDecimal("37.5"));
        assertThat(row("Picking", HoursMode.ALLOCATED).clockedEmployees()).isEqualTo(1);
    }

    @Test
    void windowsWithoutALengthAreCountedInstead() {
        world.put(shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z"))
                .put(open(1, "Picking"), open(2, "Picking"), open(3, "Packing"));

        assertThat(row("Picking", HoursMode.ALLOCATED).totalHours()).isEqualTo(new BigDecimal("2.67"));
        assertThat(row("Packing", HoursMode.ALLOCATED).totalHours()).isEqualTo(new BigDecimal("1.33"));
    }

    @Test
    void whoHasNoClockWorkedAsLongAsTheOthers() {
        world.put(shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T16:00:00Z"))
                .put(picking(1, 1, 120, "2026-01-15T14:00:00Z"), picking(2, 2, 60, "2026-01-15T14:00:00Z"));

        for (HoursMode mode : HoursMode.values()) {
            assertThat(row("Picking", mode).efficiency()).isEqualTo(new BigDecimal("37.5"));
        }
    }

    private DepartmentRow row(String department, HoursMode mode) {
        return world
                .answer(new DepartmentsView(ScoreMode.LIVE), new DepartmentsQuery(J, mode), "2026-01-15T23:30:00Z")
                .body()
                .stream()
                .filter(row -> department.equals(row.departmentName()))
                .findFirst()
                .orElseThrow();
    }

    private static Row open(long id, String department) {
        return new Row.Activity(
                id, 1, 3L, "Picking", 10L, Instant.parse("2026-01-15T14:00:00Z"), null, department, "podfactory");
    }
}
