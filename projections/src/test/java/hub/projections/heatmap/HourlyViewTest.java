package hub.projections.heatmap;

import static hub.projections.Given.picking;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Given;
import hub.projections.World;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class HourlyViewTest {

    @Test
    void theHoursFromSixToFiveByTheWallClock() {
        try (World world = Given.world()) {
            world.put(picking(1, 1, 101, "2026-01-15T18:00:00Z"));
            List<HourlyRow> rows = world.view(new HourlyView(), "2026-01-15", "2026-01-16T00:00:00Z");
            assertThat(rows)
                    .extracting(HourlyRow::hour)
                    .containsExactly(
                            "6 AM", "7 AM", "8 AM", "9 AM", "10 AM", "11 AM", "12 PM", "1 PM", "2 PM", "3 PM", "4 PM",
                            "5 PM");
            assertThat(rows.get(6)).isEqualTo(new HourlyRow("12 PM", 101, 1, new BigDecimal("50.5")));
        }
    }
}
