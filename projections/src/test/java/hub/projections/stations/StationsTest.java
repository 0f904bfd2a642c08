package hub.projections.stations;

import static hub.projections.Given.activity;
import static hub.projections.Given.picking;
import static hub.projections.Given.qc;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.stations.StationPeople.PersonRate;
import hub.projections.view.Everything;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StationsTest {

    private static final String NOW = "2026-01-15T21:00:00Z";

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aPersonsRateIsTheMeanOfTheWindowsRates() {
        world.put(
                timed(1, 1, "Picking", 20, "2026-01-15T15:00:00Z", 600), // 120 an hour
                timed(2, 1, "Picking", 10, "2026-01-14T15:00:00Z", 1259), // 20 whole minutes: 30
                timed(3, 1, "Picking", 1, "2026-01-14T16:00:00Z", 5), // six minutes at least: 10
                timed(4, 2, "Picking", 9, "2026-01-15T15:00:00Z", 600),
                timed(5, 2, "In Production", 10, "2026-01-15T15:00:00Z", 600));

        assertThat(people(NOW))
                .isEqualTo(Map.of(
                        "Heat Press", List.of(rate(2, "60.0")),
                        "Picking", List.of(rate(2, "54.0"), rate(1, "53.3"))));
    }

    @Test
    void whatHasNoItemsEndOrActivityHasNoRate() {
        Instant start = Instant.parse("2026-01-15T15:00:00Z");
        world.put(
                timed(1, 1, "Picking", 0, "2026-01-15T15:00:00Z", 600),
                timed(2, 1, "Picking", -5, "2026-01-15T15:00:00Z", 600),
                timed(3, 1, "", 7, "2026-01-15T15:00:00Z", 600),
                new Row.Activity(4, 1, 3L, "Picking", 7L, start, null, "Picking", "podfactory"),
                new Row.Activity(5, 1, 3L, null, 7L, start, start.plusSeconds(600), null, "podfactory"));
        assertThat(people(NOW)).isEmpty();
    }

    @Test
    void thirtyDaysAndTodayAreCentralDays() {
        world.put(
                timed(1, 1, "Picking", 10, "2025-12-16T05:59:59Z", 600),
                timed(2, 2, "Picking", 10, "2025-12-16T06:00:00Z", 600),
                timed(3, 3, "Picking", 10, "2026-01-16T05:59:59Z", 600),
                timed(4, 4, "Picking", 10, "2026-01-16T06:00:00Z", 600));
        assertThat(people(NOW)).isEqualTo(Map.of("Picking", List.of(rate(2, "60.0"), rate(3, "60.0"))));
        assertThat(world.answer(new StationPeopleView(), Everything.QUERY, NOW).until())
                .isEqualTo("2026-01-16T06:00:00Z");
    }

    @Test
    void peopleAreActiveOnesAndWorkFollowsItsRow() {
        world.put(
                timed(1, 1, "Picking", 10, "2026-01-15T15:00:00Z", 600),
                activity(2, 2, 3, "Picking", 20, "2026-01-15T15:00:00Z", 600, "Picking", "manual"),
                new Row.Employee(1, "E1", false, 0L));
        assertThat(people(NOW)).isEqualTo(Map.of("Picking", List.of(rate(2, "120.0"))));
        world.put(timed(2, 3, "Labeling", 20, "2026-01-15T15:00:00Z", 1200));
        assertThat(people(NOW)).isEqualTo(Map.of("Labeling", List.of(rate(3, "60.0"))));
        world.delete(Table.ACTIVITY_LOGS, 2);
        assertThat(people(NOW)).isEmpty();
    }

    @Test
    void stationsAreKnownByTheirCodes() {
        world.put(
                qc(1, 1, 6, "2026-01-15T15:00:00Z"), // 36 an hour of 45
                qc(2, 2, 7, "2026-01-15T15:00:00Z"), // 42
                timed(3, 1, "In Production", 10, "2026-01-15T15:00:00Z", 600),
                timed(4, 3, "Film Matching", 10, "2026-01-15T15:00:00Z", 600), // 60 of 133 are 45.1 %
                picking(5, 1, 33, "2026-01-15T15:00:00Z"), // 198 of 200
                activity(6, 4, 3, "Picking", 500, "2026-01-15T15:00:00Z", 600, "Picking", "manual"),
                timed(7, 4, "Gift Wrap", 3, "2026-01-15T15:00:00Z", 600), // 18 of 45
                picking(8, 4, 40, "2026-01-14T15:00:00Z"));

        assertThat(staffing(NOW))
                .isEqualTo(Map.of(
                        "heat_press", new Staffing(1, 2, 10, 100, 40),
                        "qc", new Staffing(2, 2, 13, 87, 45),
                        "film", new Staffing(1, 1, 10, 45, 133),
                        "picking", new Staffing(1, 1, 33, 99, 200),
                        "labeling", new Staffing(0, 1, 0, 0, 200),
                        "gift_wrap", new Staffing(1, 1, 3, 40, 45)));
    }

    @Test
    void aNewDayBeginsWithIdleStations() {
        world.put(qc(1, 1, 6, "2026-01-15T15:00:00Z"));
        assertThat(staffing("2026-01-16T06:00:00Z"))
                .containsOnlyKeys("heat_press", "qc", "film", "picking", "labeling")
                .containsEntry("qc", new Staffing(0, 2, 0, 0, 45));
    }

    @Test
    void workWithoutAnActivityIsOther() {
        world.put(timed(1, 1, "", 7, "2026-01-15T15:00:00Z", 600));
        assertThat(staffing(NOW)).containsEntry("other", new Staffing(1, 1, 7, 0, 45));
    }

    private static Row.Activity timed(long id, long employee, String type, long items, String start, int seconds) {
        return activity(id, employee, 3, type, items, start, seconds, "Picking", "podfactory");
    }

    private static PersonRate rate(long id, String perHour) {
        return new PersonRate(id, "E" + id, new BigDecimal(perHour));
    }

    private Map<String, List<PersonRate>> people(String now) {
        return world.answer(new StationPeopleView(), Everything.QUERY, now)
                .body()
                .data();
    }

    private Map<String, Staffing> staffing(String now) {
        return world.answer(new StaffingView(), Everything.QUERY, now).body();
    }
}
