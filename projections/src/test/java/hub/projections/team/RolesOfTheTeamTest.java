package hub.projections.team;

import static hub.projections.Given.activity;
import static hub.projections.Given.picking;
import static hub.projections.Given.qc;
import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Overview, comparison and shifts of the day: J = 2026-01-15, and the days before. */
class RolesOfTheTeamTest {

    private static final String NOW = "2026-01-15T20:00:00Z";

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theTeamAtAGlance() {
        world.put(
                new Row.Employee(1, "E1", true, 0L, null, null, null, null, null, LocalDate.parse("2026-01-05"), true),
                new Row.Employee(4, "E4", false, 0L),
                shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T16:00:00Z"),
                shift(2, 4, "2026-01-15T14:00:00Z", "2026-01-15T16:00:00Z"),
                qc(1, 1, 100, "2026-01-15T14:00:00Z"),
                picking(2, 2, 60, "2026-01-09T15:00:00Z"),
                picking(3, 2, 80, "2026-01-08T15:00:00Z"));
        Overview all = overview(Optional.empty());
        assertThat(all.totalEmployees()).isEqualTo(3);
        assertThat(all.presentToday()).as("E4 has left").isEqualTo(1);
        assertThat(all.attendanceRate()).isEqualByComparingTo("33.3");
        assertThat(all.newEmployees()).isEqualTo(1);
        assertThat(all.averageTenureDays()).isEqualByComparingTo("10");
        assertThat(all.itemsToday()).isEqualTo(100);
        assertThat(all.itemsWeek()).as("from 01-09 on").isEqualTo(160);
        assertThat(all.pointsWeek()).isEqualByComparingTo("130");
        assertThat(all.averageDailyPoints()).isEqualByComparingTo("65");
        assertThat(all.itemsMonth()).isEqualTo(240);

        Overview pickers = overview(Optional.of(3L));
        assertThat(pickers.totalEmployees()).isEqualTo(1);
        assertThat(pickers.presentToday()).isZero();
        assertThat(pickers.itemsMonth()).isEqualTo(140);
    }

    @Test
    void rolesAreRankedByThePointsOfADay() {
        world.put(
                qc(1, 1, 100, "2026-01-14T15:00:00Z"),
                qc(2, 1, 50, "2026-01-15T15:00:00Z"),
                picking(3, 2, 200, "2026-01-15T15:00:00Z"),
                picking(4, 3, 20, "2026-01-15T15:00:00Z"));
        RoleComparison comparison = world.answer(new ComparisonView(ScoreMode.LIVE), Everything.QUERY, NOW)
                .body();
        assertThat(comparison.startDate()).isEqualTo(LocalDate.parse("2026-01-09"));
        assertThat(comparison.roles())
                .extracting(RoleComparison.RoleRow::roleId)
                .containsExactly(2L, 3L, 1L, 4L, 5L);
        RoleComparison.RoleRow packing = comparison.roles().getFirst();
        assertThat(packing.employees()).isEqualTo(1);
        assertThat(packing.scoreDays()).isEqualTo(2);
        assertThat(packing.averagePoints()).isEqualByComparingTo("75");
        assertThat(comparison.roles().get(1).averagePoints()).isEqualByComparingTo("55");
    }

    @Test
    void hoursAreThoseOfAChicagoClock() {
        world.put(
                qc(1, 1, 30, "2026-01-15T12:00:00Z"), // 6:00
                qc(2, 1, 10, "2026-01-15T19:59:59Z"), // 13:59
                qc(3, 2, 40, "2026-01-15T20:00:00Z"), // 14:00
                qc(4, 2, 20, "2026-01-15T05:00:00Z"), // 23:00 of the 14th
                activity(5, 2, 2, "QC Passed", 99, "2026-01-15T15:00:00Z", 600, "Packing", "manual"));
        ShiftAnalysis shifts =
                world.answer(new ShiftAnalysisView(), Everything.QUERY, NOW).body();
        assertThat(shifts.shifts())
                .containsExactly(
                        new ShiftAnalysis.DayPart("morning", "06:00-14:00", 1, 40, d("40.00"), d("40.0")),
                        new ShiftAnalysis.DayPart("afternoon", "14:00-22:00", 1, 40, d("40.00"), d("40.0")),
                        new ShiftAnalysis.DayPart("night", "22:00-06:00", 1, 20, d("20.00"), d("20.0")));
    }

    private Overview overview(Optional<Long> role) {
        return world.answer(new OverviewView(ScoreMode.LIVE), new RoleQuery(role), NOW)
                .body();
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
