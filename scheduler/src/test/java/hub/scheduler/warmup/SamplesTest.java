package hub.scheduler.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Catalog;
import hub.projections.board.Board;
import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.time.CentralDay;
import hub.projections.windows.WindowHour;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final LocalDate DATE = LocalDate.parse("2026-11-02");

    @Test
    void hasTheDayOfEveryBoardAndAnotherOfTheWeekBefore() {
        Set<PartitionId> samples = Samples.of(Catalog.boards(), DATE, Horizon.UNLIMITED);

        for (Board<?> board : Catalog.boards()) {
            Set<Partition> of = samples.stream()
                    .filter(sample -> sample.board().equals(board.name()))
                    .map(PartitionId::partition)
                    .collect(Collectors.toSet());
            if (board.retention() == Board.Retention.FOREVER) {
                assertThat(of).as(board.name()).containsExactly(Partition.ALL);
            } else {
                assertThat(of.stream().map(SamplesTest::date))
                        .as(board.name())
                        .hasSize(2)
                        .contains(DATE)
                        .allMatch(date -> !date.isBefore(DATE.minusDays(7)) && !date.isAfter(DATE));
            }
        }
        assertThat(Samples.of(Catalog.boards(), DATE, Horizon.UNLIMITED)).isEqualTo(samples);
    }

    @Test
    void hasOnlyWhatIsHeld() {
        Horizon horizon = new Horizon(DATE, DATE.plusDays(1));

        Set<PartitionId> samples = Samples.of(Catalog.boards(), DATE, horizon);

        assertThat(samples).extracting(PartitionId::partition).containsOnly(Partition.ALL, new Partition.Day(DATE));
        assertThat(samples).extracting(PartitionId::board).doesNotContain(WindowHour.BOARD.name());
    }

    private static LocalDate date(Partition partition) {
        return switch (partition) {
            case Partition.All all -> throw new AssertionError("a day was expected");
            case Partition.Day(var date) -> date;
            case Partition.Hour(var start) -> CentralDay.of(start).date();
        };
    }
}
