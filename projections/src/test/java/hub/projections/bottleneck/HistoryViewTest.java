package hub.projections.bottleneck;

import static hub.projections.Given.activity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.board.Horizon;
import hub.projections.bottleneck.FlowHistory.Backup;
import hub.projections.bottleneck.FlowHistory.Hour;
import hub.projections.bottleneck.FlowHistory.StationHour;
import hub.projections.change.Row;
import hub.projections.view.DayNotHeld;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryViewTest {

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void hoursOfTheChicagoClockNewestFirst() {
        world.put(
                window(1, 1, "Picking", 30, "2026-01-15T19:10:00Z", 600), // 3 a minute
                window(2, 2, "Picking", 10, "2026-01-15T19:20:00Z", 599), // 9 whole minutes
                window(3, 2, "Picking", 99, "2026-01-15T19:30:00Z", 59), // not a minute
                window(4, 3, "Labeling", 20, "2026-01-15T19:10:00Z", 600),
                window(5, 3, "QC Passed", 20, "2026-01-15T19:10:00Z", 30),
                window(6, 1, "Picking", 10, "2026-01-15T18:59:59Z", 600));

        FlowHistory history = history(3, "2026-01-15T20:30:00Z");

        assertThat(history.hoursAnalyzed()).isEqualTo(3);
        assertThat(history.hourlyData()).extracting(Hour::hour).containsExactly("2026-01-15 13:00", "2026-01-15 12:00");
        Hour first = history.hourlyData().getFirst();
        assertThat(first.stations().keySet()).containsExactly("Picking", "Labeling", "QC Passed");
        assertThat(first.stations())
                // (30/10 + 10/9) / 2 × 60 = 123.33…
                .containsEntry("Picking", new StationHour(2, 139, new BigDecimal("123.3")))
                .containsEntry("Labeling", new StationHour(1, 20, new BigDecimal("120.0")))
                .containsEntry("QC Passed", new StationHour(1, 20, null));
        assertThat(first.bottlenecks())
                .as("123.3 is not more than a fifth above 120")
                .isEmpty();

        world.put(window(4, 3, "Labeling", 10, "2026-01-15T19:10:00Z", 600));
        assertThat(history(3, "2026-01-15T20:30:00Z").hourlyData().getFirst().bottlenecks())
                .containsExactly(new Backup("Labeling", new BigDecimal("63.3")));
    }

    @Test
    void theOldestHourIsWholeAndTheNextHourIsTheNextTick() {
        world.put(window(1, 1, "Picking", 10, "2026-01-15T19:00:00Z", 600));

        assertThat(history(2, "2026-01-15T20:59:59Z").hourlyData()).hasSize(1);
        assertThat(history(2, "2026-01-15T21:00:00Z").hourlyData()).isEmpty();
        assertThat(world.answer(new HistoryView(), new HistoryQuery(2), "2026-01-15T20:59:59Z")
                        .until())
                .isEqualTo(Instant.parse("2026-01-15T21:00:00Z"));
    }

    @Test
    void bothFirstHoursOfTheLongDayAreOne() {
        world.put(
                window(1, 1, "Picking", 10, "2026-11-01T06:30:00Z", 600),
                window(2, 2, "Picking", 20, "2026-11-01T07:30:00Z", 600));

        List<Hour> hours = history(24, "2026-11-01T12:00:00Z").hourlyData();

        assertThat(hours).extracting(Hour::hour).containsExactly("2026-11-01 01:00");
        assertThat(hours.getFirst().stations())
                .containsEntry("Picking", new StationHour(2, 30, new BigDecimal("90.0")));
    }

    @Test
    void otherSourcesAndRowsWithoutAnActivityDoNotFlow() {
        world.put(
                activity(1, 1, 3, "Picking", 10, "2026-01-15T20:10:00Z", 600, "Picking", "manual"),
                new Row.Activity(
                        2, 1, 3L, null, 10L, Instant.parse("2026-01-15T20:10:00Z"), null, "Picking", "podfactory"));

        assertThat(history(1, "2026-01-15T20:30:00Z").hourlyData()).isEmpty();
    }

    @Test
    void hoursThatAreNotHeldAreNotShownAsEmpty() {
        try (World forgetful = new World(new Horizon(LocalDate.MIN, LocalDate.parse("2026-01-15")))) {
            assertThatThrownBy(() -> forgetful.answer(new HistoryView(), new HistoryQuery(24), "2026-01-15T20:30:00Z"))
                    .isInstanceOf(DayNotHeld.class);
        }
    }

    @Test
    void aWeekAtMost() {
        assertThatThrownBy(() -> new HistoryQuery(169)).hasMessage("169 hours; allowed are 1 to 168");
        assertThat(history(168, "2026-01-15T20:30:00Z").hourlyData()).isEmpty();
    }

    private FlowHistory history(int hours, String now) {
        return world.answer(new HistoryView(), new HistoryQuery(hours), now).body();
    }

    private static Row window(long id, long employee, String type, long items, String start, int seconds) {
        return activity(id, employee, 3, type, items, start, seconds, type, "podfactory");
    }
}
