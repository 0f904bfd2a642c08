package hub.projections.payrates;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.view.Everything;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PayratesViewTest {

    private static final LocalDate SINCE = LocalDate.parse("2026-01-01");

    @Test
    void everyActiveEmployeeByName() {
        try (World world = Given.world()) {
            world.put(
                    new Row.Employee(1, "Zoe", true, 0L),
                    new Row.Employee(2, "Ann", true, 0L),
                    new Row.Employee(3, "Gone", false, 0L),
                    new Row.Payrate(1, 1, new BigDecimal("5000.00"), "salary", SINCE, "since|May"),
                    new Row.Payrate(2, 3, new BigDecimal("99.00"), "hourly", SINCE, null),
                    new Row.Payrate(3, 4, new BigDecimal("15.50"), "hourly", null, null));

            assertThat(world.answer(new PayratesView(), Everything.QUERY, "2026-01-15T18:00:00Z")
                            .body())
                    .containsExactly(
                            new PayrateRow(2, "Ann", new BigDecimal("13.00"), "hourly", null, null, null),
                            new PayrateRow(
                                    4, "E4", new BigDecimal("15.50"), "hourly", null, null, new BigDecimal("15.50")),
                            // 5000 / 26 / 8 = 24.038…
                            new PayrateRow(
                                    1,
                                    "Zoe",
                                    new BigDecimal("5000.00"),
                                    "salary",
                                    SINCE,
                                    "since|May",
                                    new BigDecimal("24.04")));
        }
    }

    @Test
    void aPayNeverTellsItself() {
        assertThat(Pay.DEFAULT.toString()).doesNotContain("13");
    }
}
