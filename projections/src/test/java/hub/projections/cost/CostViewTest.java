package hub.projections.cost;

import static hub.projections.Given.picking;
import static hub.projections.Given.qc;
import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.cost.EmployeeCost.ClockTime;
import hub.projections.view.RangeQuery;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CostViewTest {

    private static final String J = "2026-01-15";
    private static final String NEXT_NOON = "2026-01-16T18:00:00Z";

    private final World world = Given.world();
    private final CostView view = new CostView(ScoreMode.LIVE);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void t17Hourly() {
        t17().put(pay(1, "20.00", "hourly"));

        EmployeeCost line = single(J, NEXT_NOON);

        assertThat(line.clockedHours()).isEqualTo(new BigDecimal("8.00"));
        assertThat(line.activeHours()).isEqualTo(new BigDecimal("1.83"));
        assertThat(line.nonActiveHours()).isEqualTo(new BigDecimal("6.17"));
        assertThat(line.totalCost()).isEqualTo(new BigDecimal("160.00"));
        assertThat(line.activeCost()).isEqualTo(new BigDecimal("36.60"));
        assertThat(line.nonActiveCost()).isEqualTo(new BigDecimal("123.40"));
        assertThat(line.utilizationRate()).isEqualTo(new BigDecimal("22.9"));
        assertThat(line.status()).isEqualTo("IDLE");
        assertThat(line.statusColor()).isEqualTo("#ef4444");
        assertThat(line.costPerItem()).isEqualTo(new BigDecimal("0.533"));
        assertThat(line.costPerItemTrue()).isEqualTo(new BigDecimal("0.533"));
        assertThat(line.costPerItemActive()).isEqualTo(new BigDecimal("0.122"));
        assertThat(line.efficiency()).isEqualTo(new BigDecimal("1.9"));
        assertThat(line.avgDailyCost()).isEmpty();
        assertThat(line.activityBreakdown()).isEqualTo(new EmployeeCost.Breakdown(100, 0, 0, 0, 200));
        assertThat(line.clockTimes()).hasValue(List.of(new ClockTime("08:00 AM", "04:00 PM", new BigDecimal("480"))));
        CostAnalysis analysis = analysis(J, J, NEXT_NOON);
        assertThat(analysis.avgCostPerItem()).isEqualTo(new BigDecimal("0.800"));
        assertThat(analysis.qcPassedItems()).isEqualTo(200);
        assertThat(analysis.overallUtilization()).isEqualTo(new BigDecimal("22.9"));
        assertThat(analysis.dailyAvgCost()).isEqualTo(new BigDecimal("160.00"));
        assertThat(analysis.dailyAvgItems()).isEqualTo(new BigDecimal("300"));
        assertThat(analysis.isRange()).isFalse();
    }

    @Test
    void t17SalaryAndDefault() {
        t17().put(pay(1, "5200", "salary"));
        assertThat(single(J, NEXT_NOON).hourlyRate()).isEqualTo(new BigDecimal("25.00"));
        assertThat(single(J, NEXT_NOON).totalCost()).isEqualTo(new BigDecimal("200.00"));

        world.put(pay(1, null, "salary"));
        assertThat(single(J, NEXT_NOON).hourlyRate()).isEqualTo(new BigDecimal("13.00"));
        world.put(pay(1, null, "hourly"));
        assertThat(single(J, NEXT_NOON).totalCost()).isEqualTo(new BigDecimal("104.00"));
        world.delete(hub.projections.change.Table.EMPLOYEE_PAYRATES, 1);
        assertThat(single(J, NEXT_NOON).totalCost()).isEqualTo(new BigDecimal("104.00"));
    }

    @Test
    void aRangeCostsWhatItsDaysCost() {
        world.put(pay(1, "13.37", "hourly"))
                .put(
                        shift(1, 1, "2026-01-14T14:00:00Z", "2026-01-14T14:07:00Z"),
                        shift(2, 1, "2026-01-15T14:00:00Z", "2026-01-15T14:07:00Z"))
                .put(picking(1, 1, 3, "2026-01-14T14:00:00Z"), picking(2, 1, 4, "2026-01-15T14:00:00Z"));

        BigDecimal oneDay = single(J, NEXT_NOON).totalCost();
        EmployeeCost both = analysis("2026-01-14", J, NEXT_NOON).employeeCosts().getFirst();

        assertThat(oneDay).isEqualTo(new BigDecimal("1.60"));
        assertThat(both.totalCost()).isEqualTo(new BigDecimal("3.20"));
        assertThat(both.clockedHours()).isEqualTo(new BigDecimal("0.24"));
        assertThat(both.daysWorked()).isEqualTo(2);
        assertThat(both.avgDailyCost()).contains(new BigDecimal("1.60"));
        assertThat(both.avgDailyItems()).contains(new BigDecimal("4"));
        assertThat(both.clockTimes()).isEmpty();
    }

    @Test
    void whoWorkedOnAnEndedDayStaysListedWhoIsInactiveTodayDoesNot() {
        world.put(new Row.Employee(1, "E1", false, 0L))
                .put(shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z"));

        assertThat(analysis(J, J, "2026-01-15T23:00:00Z").employeeCosts()).isEmpty();
        assertThat(analysis(J, J, NEXT_NOON).employeeCosts())
                .extracting(EmployeeCost::totalCost)
                .containsExactly(new BigDecimal("104.00"));
    }

    @Test
    void anOpenShiftCostsMoreEveryMinuteAndAForgottenOneHasNoEnd() {
        world.put(pay(1, "60.00", "hourly")).put(shift(1, 1, "2026-01-15T14:00:00Z", null));

        assertThat(single(J, "2026-01-15T15:30:59Z").totalCost()).isEqualTo(new BigDecimal("90.00"));
        assertThat(single(J, "2026-01-15T15:30:59Z").clockTimes())
                .hasValue(List.of(new ClockTime("08:00 AM", "Active", new BigDecimal("90"))));
        assertThat(world.answer(view, day(J), "2026-01-15T15:30:59Z").until())
                .isEqualTo(Instant.parse("2026-01-15T15:31:00Z"));
        assertThat(single(J, "2026-01-16T18:00:00Z").clockTimes())
                .hasValue(List.of(new ClockTime("08:00 AM", null, new BigDecimal("960"))));
        assertThat(world.answer(view, day(J), "2026-01-16T18:00:00Z").until()).isEqualTo(Instant.MAX);
    }

    @Test
    void inStoredModeNoShiftIsForgottenAsInTheLegacy() {
        world.put(shift(1, 1, "2026-01-15T15:00:00Z", null));
        CostView stored = new CostView(ScoreMode.STORED);

        assertThat(world.answer(stored, day(J), NEXT_NOON).body().employeeCosts())
                .singleElement()
                .extracting(EmployeeCost::clockTimes)
                .isEqualTo(Optional.of(List.of(new ClockTime("09:00 AM", "Active", BigDecimal.ZERO))));
    }

    @Test
    void departmentsCostTheirWindowsTime() {
        world.put(pay(1, "20.00", "hourly"))
                .put(picking(1, 1, 5, "2026-01-15T14:00:00Z"), picking(2, 2, 5, "2026-01-15T14:00:00Z"))
                .put(qc(3, 1, 7, "2026-01-15T15:00:00Z"))
                .put(Given.activity(4, 1, 2, "QC Passed", 9, "2026-01-15T16:00:00Z", 600, "Packing", "manual"));

        assertThat(analysis(J, J, NEXT_NOON).departmentCosts())
                .containsExactly(
                        // ten minutes at 20.00 and ten at 13.00
                        new CostAnalysis.DepartmentCost("Picking", 2, 1, 10, new BigDecimal("5.50")),
                        new CostAnalysis.DepartmentCost("Packing", 1, 1, 7, new BigDecimal("3.33")));
    }

    @Test
    void payIsNotInTexts() {
        t17().put(pay(1, "20.00", "hourly"));

        assertThat(single(J, NEXT_NOON).toString()).doesNotContain("20.00", "160");
    }

    private World t17() {
        return world.put(shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z"))
                .put(qc(1, 1, 200, "2026-01-15T14:10:00Z"), picking(2, 1, 100, "2026-01-15T15:00:00Z"))
                .put(new Row.Score(1, 1, LocalDate.parse(J), 300L, new BigDecimal("250.00"), 110L, true));
    }

    private EmployeeCost single(String day, String now) {
        return analysis(day, day, now).employeeCosts().getFirst();
    }

    private CostAnalysis analysis(String from, String to, String now) {
        return world.answer(view, new RangeQuery(LocalDate.parse(from), LocalDate.parse(to)), now)
                .body();
    }

    private static RangeQuery day(String day) {
        return new RangeQuery(LocalDate.parse(day), LocalDate.parse(day));
    }

    private static Row.Payrate pay(long employee, @Nullable String rate, String type) {
        return new Row.Payrate(
                employee,
                employee,
                rate == null ? null : new BigDecimal(rate),
                type,
                LocalDate.parse("2026-01-01"),
                null);
    }
}
