package hub.projections.daterange;

import static hub.projections.Given.activity;
import static hub.projections.Given.picking;
import static hub.projections.Given.qc;
import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.daterange.DateRange.Department;
import hub.projections.daterange.DateRange.Person;
import hub.projections.daterange.DateRange.Summary;
import hub.projections.view.RangeQuery;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DateRangeViewTest {

    private static final String LATER = "2026-01-20T18:00:00Z";

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aPersonsRange() {
        world.put(shift(1, 1, "2026-01-13T14:00:00Z", "2026-01-13T22:00:00Z"))
                .put(
                        picking(1, 1, 100, "2026-01-14T15:00:00Z"),
                        picking(2, 1, 60, "2026-01-15T15:00:00Z"),
                        qc(3, 1, 1, "2026-01-15T16:00:00Z"));

        assertThat(range("2026-01-13", "2026-01-15").leaderboard())
                .containsExactly(new Person(
                        1,
                        "E1",
                        "Picking",
                        3, // a day with a shift and no items is worked, too
                        161,
                        new BigDecimal("81.0"),
                        new BigDecimal("80.5"),
                        100,
                        61,
                        new BigDecimal("75.8"))); // 100 − 39 / 80.5 × 50
    }

    @Test
    void consistencyIsNeverNegativeAndWholeForOneDay() {
        world.put(
                picking(1, 1, 1, "2026-01-14T15:00:00Z"),
                picking(2, 1, 1000, "2026-01-15T15:00:00Z"),
                picking(3, 2, 7, "2026-01-15T15:00:00Z"));

        assertThat(range("2026-01-13", "2026-01-15").leaderboard())
                .extracting(Person::consistency)
                .containsExactly(new BigDecimal("0.2"), new BigDecimal("100.0"));
    }

    @Test
    void t12AnotherSourceCountsForThePersonAndNotForTheWhole() {
        world.put(activity(1, 4, 2, "QC Passed", 50, "2026-01-15T16:00:00Z", 600, "Packing", "manual"));

        DateRange range = range("2026-01-15", "2026-01-15");

        assertThat(range.summary().totalItems()).isZero();
        assertThat(range.departmentSummary()).isEmpty();
        assertThat(range.leaderboard()).extracting(Person::totalItems).containsExactly(50L);
        assertThat(range.leaderboard()).extracting(Person::department).containsExactly("Packing");
        assertThat(range.totalEmployees()).isEqualTo(1);
    }

    @Test
    void t10TheInactiveAreNotListedButTheirWorkCounts() {
        world.put(qc(1, 1, 200, "2026-01-15T14:10:00Z"), qc(2, 2, 30, "2026-01-15T14:10:00Z"))
                .put(new Row.Employee(1, "E1", false, 0L));

        DateRange range = range("2026-01-15", "2026-01-15");

        assertThat(range.leaderboard()).extracting(Person::id).containsExactly(2L);
        assertThat(range.summary().totalEmployees()).isEqualTo(2);
        assertThat(range.summary().totalItems()).isEqualTo(230);
    }

    @Test
    void tiesGoToPointsThenItemsThenTheLowerId() {
        world.put(
                qc(1, 2, 100, "2026-01-15T15:00:00Z"),
                picking(2, 3, 200, "2026-01-15T15:00:00Z"),
                picking(3, 1, 200, "2026-01-15T15:00:00Z"));

        assertThat(range("2026-01-15", "2026-01-15").leaderboard())
                .extracting(Person::id)
                .containsExactly(1L, 3L, 2L);
    }

    @Test
    void departmentsAndSummary() {
        world.put(
                        shift(1, 1, "2026-01-14T14:00:00Z", "2026-01-14T22:00:00Z"),
                        shift(2, 2, "2026-01-14T14:00:00Z", "2026-01-14T18:30:00Z"),
                        shift(3, 1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z"))
                .put(
                        // 18:30 in Chicago: the next day in UTC
                        picking(1, 1, 100, "2026-01-15T00:30:00Z"),
                        picking(2, 2, 50, "2026-01-15T15:00:00Z"),
                        picking(3, 2, 51, "2026-01-15T16:00:00Z"),
                        qc(4, 1, 101, "2026-01-15T15:00:00Z"))
                .put(activity(5, 1, 2, "QC Passed", 8, "2026-01-15T16:00:00Z", 600, "Unknown", "podfactory"))
                .put(new Row.Activity(
                        6,
                        1,
                        2L,
                        "QC Passed",
                        4L,
                        java.time.Instant.parse("2026-01-15T16:00:00Z"),
                        null,
                        null,
                        "podfactory"))
                .put(score(1, 1, "2026-01-14", 240), score(2, 1, "2026-01-15", 100));

        DateRange range = range("2026-01-14", "2026-01-16");

        assertThat(range.departmentSummary())
                .containsExactly(
                        new Department("Picking", 2, 2, 201, new BigDecimal("67.0")),
                        new Department("Packing", 1, 1, 101, new BigDecimal("101.0")),
                        // stored "Unknown" and no department are shown as one
                        new Department("Unknown", 1, 1, 12, new BigDecimal("6.0")));
        assertThat(range.summary())
                .isEqualTo(new Summary(
                        2,
                        new BigDecimal("1.5"), // two people, one, nobody
                        113,
                        new BigDecimal("38"), // 113 / 3
                        new BigDecimal("27.6"), // 340 of 1230 minutes
                        new BigDecimal("20.5"),
                        new BigDecimal("5.7")));
        assertThat(range.dateRange().days()).isEqualTo(3);
        assertThat(range.generatedAt()).isEqualTo("2026-01-20T12:00:00-06:00");
    }

    @Test
    void longRangesDoNotFitMysql() {
        LocalDate day = LocalDate.parse("2026-01-15");
        assertThat(RangeQuery.endingAt(day, 7).fitsMysql()).isTrue();
        assertThat(RangeQuery.endingAt(day, 8).fitsMysql()).isFalse();
        assertThat(RangeQuery.endingAt(day, 92).dates()).hasSize(92);
        assertThatThrownBy(() -> RangeQuery.endingAt(day, 93)).hasMessageContaining("93 days");
    }

    private static Row.Score score(long id, long employee, String day, long activeMinutes) {
        return new Row.Score(id, employee, LocalDate.parse(day), null, null, activeMinutes, false);
    }

    private DateRange range(String from, String to) {
        return world.answer(
                        new DateRangeView(ScoreMode.LIVE),
                        new RangeQuery(LocalDate.parse(from), LocalDate.parse(to)),
                        LATER)
                .body();
    }
}
