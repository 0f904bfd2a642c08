package hub.scheduler.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hub.projections.board.Board;
import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.heatmap.HeatmapRow;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DailyReportViewTest {

    private final DailyReport report = SampleDay.of(SampleDay.warehouse(), SampleDay.PROVISIONAL);

    @Test
    void figuresOfTheDayAreThoseUnderTheSealAndIncludeWhoHasLeft() {
        assertThat(report.day())
                .isEqualTo(new DayFigures(Warehouse.DAY, 7, 1184, decimal("1017.00"), 420, decimal("1685"), 880));
    }

    @Test
    void everyFigureStandsBesideThePreviousWorkingDayAndTheWeeksMean() {
        assertThat(report.previous()).isEqualTo(LocalDate.of(2026, 1, 14));
        assertThat(report.metrics())
                .containsExactly(
                        metric("points", "Points", "1017.00", "200.00", "150.00"),
                        metric("items", "Items", "1184", "200", "150"),
                        metric("finished", "Items finished", "420", "200", "150"),
                        metric("people", "People", "7", "1", "1"),
                        metric("hours", "Hours clocked", "28.1", "2.0", "1.5"),
                        metric("items_per_hour", "Items per hour", "42.2", "100.0", "100.0"),
                        metric("efficiency", "Efficiency", "52.2", "75.0", "62.5"));
        assertThat(report.metrics().getFirst().sincePrevious()).isEqualByComparingTo("408.5");
        assertThat(report.metrics().getFirst().againstWeek()).isEqualByComparingTo("578.0");
    }

    @Test
    void theTopFiveAreActiveAndOrderedByPointsItemsAndId() {
        assertThat(report.top())
                .containsExactly(
                        top(1, 1, "Ada Abara", "Packing and Shipping", 300, "300.00", "8:00", "37.5", 3),
                        top(2, 2, "Bruno <script>alert(1)</script>", "Heat Pressing", 150, "300.00", "5:00", "30.0", 1),
                        top(3, 3, "=Carla & Co", "Picker", 400, "200.00", "8:05", "49.5", 1),
                        top(4, 4, "Diego Dahl", "Labeler", 234, "117.00", "5:00", "46.8", 1),
                        top(5, 5, "Elif Eriksen", "Packing and Shipping", 50, "50.00", "1:00", "50.0", 1));
        assertThat(report.spread()).isEqualTo(new DailyReport.Spread(50, 400));
    }

    @Test
    void departmentsStandBesideThePreviousWorkingDay() {
        assertThat(report.departments())
                .extracting(
                        DepartmentLine::name,
                        DepartmentLine::people,
                        DepartmentLine::items,
                        DepartmentLine::previousItems)
                .containsExactly(
                        tuple("Packing", 3, 420L, 200L),
                        tuple("Picking", 1, 400L, 0L),
                        tuple("Labeling", 1, 234L, 0L),
                        tuple("Heat Press", 1, 150L, 0L));
    }

    @Test
    void theHeatmapHasTheWeekByHour() {
        assertThat(report.heat())
                .extracting(HeatDay::date)
                .startsWith(LocalDate.of(2026, 1, 8))
                .endsWith(Warehouse.DAY)
                .hasSize(8);
        assertThat(report.heat().getLast().hours())
                .filteredOn(hour -> hour.items() > 0)
                .extracting(HeatmapRow::hour, HeatmapRow::items)
                .containsExactly(tuple("8:00", 300L), tuple("9:00", 150L), tuple("10:00", 634L), tuple("14:00", 100L));
    }

    @Test
    void remarksSayWhatTheFiguresDoNot() {
        assertThat(report.remarks())
                .containsExactly(
                        "1 person was still clocked in when the day was sealed; their hours run up to that moment.",
                        "The activity log has +20 items since the seal. The closing version will have them.");
    }

    @Test
    void aScoreThatIsNotUnderTheSealIsNotReported() {
        Warehouse late = SampleDay.warehouse().score(8, Warehouse.DAY, 99, "99.00", 9, false);

        assertThat(SampleDay.of(late, SampleDay.PROVISIONAL).day().items()).isEqualTo(1184);
    }

    @Test
    void forgottenShiftsAreCalledSoOnceTheyAre() {
        Edition closing = new Edition(2, Edition.Kind.CLOSING, Instant.parse("2026-01-17T06:10:00Z"), false);

        assertThat(SampleDay.of(SampleDay.warehouse(), closing).remarks())
                .containsExactly(
                        "1 shift was left open for more than 16 hours and counts 16 hours.",
                        "The activity log has +20 items since the seal. Scores change only by a restatement.");
    }

    @Test
    void anEmptyDayIsAReportThatSaysSo() {
        DailyReport empty = SampleDay.of(new Warehouse(), SampleDay.PROVISIONAL);

        assertThat(empty.empty()).isTrue();
        assertThat(empty.previous()).isNull();
        assertThat(empty.top()).isEmpty();
        assertThat(empty.spread()).isNull();
        assertThat(empty.remarks()).isEmpty();
        assertThat(empty.metrics()).extracting(Metric::sincePrevious).containsOnlyNulls();
        assertThat(empty.metrics().getFirst().value()).isEqualByComparingTo("0");
    }

    @Test
    void daysThatAreNoLongerHeldAreLeftOut() {
        RowsInMemory held = RowsInMemory.of(SampleDay.warehouse().rows())
                .from(new Horizon(LocalDate.of(2026, 1, 14), LocalDate.of(2026, 1, 14)));
        DailyReport report = answer(held);

        assertThat(report.week())
                .extracting(DayFigures::date)
                .containsExactly(LocalDate.of(2026, 1, 14), Warehouse.DAY);
        assertThat(report.metrics().get(1).week()).isEqualByComparingTo("200");
    }

    @Test
    void aDayThatIsNotHeldHasNoReport() {
        RowsInMemory held = RowsInMemory.of(SampleDay.warehouse().rows())
                .from(new Horizon(LocalDate.of(2026, 1, 16), LocalDate.of(2026, 1, 16)));

        assertThatThrownBy(() -> view().reads(query(), held, Warehouse.SEALED_AT))
                .isInstanceOf(DayNotHeld.class);
    }

    @Test
    void itReadsNothingThatItDoesNotName() {
        RowsInMemory all = RowsInMemory.of(SampleDay.warehouse().rows());
        Set<PartitionId> loaded = new HashSet<>();
        Boards watched = new NamedOnly(all, loaded);
        Set<PartitionId> wanted = view().reads(query(), watched, Warehouse.SEALED_AT);
        while (loaded.addAll(wanted)) {
            wanted = view().reads(query(), watched, Warehouse.SEALED_AT);
        }

        assertThat(view().answer(query(), watched, Warehouse.SEALED_AT).body()).isEqualTo(answer(all));
    }

    private record NamedOnly(RowsInMemory all, Set<PartitionId> loaded) implements Boards {
        @Override
        public boolean holds(PartitionId partition) {
            return loaded.contains(partition);
        }

        @Override
        public <T> T get(Board<T> board, Partition partition) {
            assertThat(loaded).contains(board.in(partition));
            return all.get(board, partition);
        }

        @Override
        public Horizon horizon() {
            return all.horizon();
        }
    }

    private static DailyReport answer(RowsInMemory rows) {
        return view().answer(query(), rows, Warehouse.SEALED_AT).body();
    }

    private static DailyReportView view() {
        return new DailyReportView(ScoreMode.LIVE);
    }

    private static ReportQuery query() {
        return new ReportQuery(Warehouse.DAY, SampleDay.PROVISIONAL);
    }

    private static Metric metric(String key, String name, String value, String previous, String week) {
        return new Metric(key, name, decimal(value), decimal(previous), decimal(week));
    }

    private static TopLine top(
            int rank,
            long id,
            String name,
            String in,
            long items,
            String points,
            String worked,
            String perHour,
            long streak) {
        return new TopLine(rank, id, name, in, items, decimal(points), worked, decimal(perHour), streak);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
