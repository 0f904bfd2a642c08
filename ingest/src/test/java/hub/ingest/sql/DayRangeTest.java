package hub.ingest.sql;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.RangeColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayRangeTest {

    private static final RangeColumn INSTANT = new RangeColumn("window_start", false);
    private static final RangeColumn DATE = new RangeColumn("score_date", true);

    @Test
    void rangesHoldAboutAsManyRowsAsAllowed() {
        assertThat(DayRange.covering(days(4), 400, 200))
                .containsExactly(new DayRange(null, day(3)), new DayRange(day(3), null));
        assertThat(DayRange.covering(days(4), 400, 1))
                .containsExactly(
                        new DayRange(null, day(2)),
                        new DayRange(day(2), day(3)),
                        new DayRange(day(3), day(4)),
                        new DayRange(day(4), null));
        assertThat(DayRange.covering(days(4), 0, 200)).containsExactly(new DayRange(null, null));
        assertThat(DayRange.covering(List.of(), 400, 200)).containsExactly(new DayRange(null, null));
    }

    @Test
    void everyPartitionLiesInExactlyOneRange() {
        List<PartitionId> partitions = new ArrayList<>(days(40));
        for (int hour = 0; hour < 40 * 24; hour++) {
            partitions.add(
                    id(Partition.Hour.of(Instant.parse("2026-02-20T00:00:00Z").plusSeconds(3600L * hour))));
        }
        partitions.add(id(Partition.ALL));
        partitions.add(id(new Partition.Day(LocalDate.of(1850, 1, 1))));
        partitions.add(id(Partition.Hour.of(Instant.parse("1850-01-01T05:00:00Z"))));
        List<DayRange> ranges = DayRange.covering(partitions, 1_000, 50);
        assertThat(ranges).hasSizeGreaterThan(10);
        assertThat(partitions)
                .allSatisfy(id -> assertThat(ranges.stream().filter(range -> range.holds(id.partition())))
                        .hasSize(1));
    }

    @Test
    void edgesAreCentralAndWhatHasNoDayIsInTheFirst() {
        assertThat(new DayRange(null, LocalDate.of(2026, 3, 8)).condition(List.of(INSTANT)))
                .isEqualTo("((TRUE AND `window_start` < '2026-03-08 06:00:00') OR `window_start` IS NULL)");
        assertThat(new DayRange(LocalDate.of(2026, 3, 8), LocalDate.of(2026, 3, 9)).condition(List.of(INSTANT)))
                .isEqualTo("(`window_start` >= '2026-03-08 06:00:00' AND `window_start` < '2026-03-09 05:00:00')");
        assertThat(new DayRange(LocalDate.of(2026, 3, 8), null).condition(List.of(DATE, INSTANT)))
                .isEqualTo("(`score_date` >= '2026-03-08' AND TRUE)"
                        + " OR (`window_start` >= '2026-03-08 06:00:00' AND TRUE)");
    }

    private static List<PartitionId> days(int count) {
        List<PartitionId> days = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            days.add(id(new Partition.Day(day(i))));
        }
        return days;
    }

    private static LocalDate day(int number) {
        return LocalDate.of(2026, 3, 1).plusDays(number - 1);
    }

    private static PartitionId id(Partition partition) {
        return new PartitionId("board", partition);
    }
}
