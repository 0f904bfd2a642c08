package hub.scheduler.warmup;

import hub.projections.board.Board;
import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.time.CentralDay;
import hub.projections.windows.WindowHour;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is compared of each board for one day: small tables whole, of the others that day, which has hardly begun, and a day
 * drawn from the week before it. The same for the same day, wherever and however often it is asked.
 */
final class Samples {

    private static final int WEEK = 7;

    private Samples() {}

    /** Only what is held. */
    static Set<PartitionId> of(List<Board<?>> boards, LocalDate date, Horizon horizon) {
        Random random = new Random(date.toEpochDay());
        Set<PartitionId> samples = new HashSet<>();
        for (Board<?> board : boards) {
            LocalDate before = date.minusDays(1 + random.nextInt(WEEK));
            Stream.of(date, before)
                    .map(day -> partition(board, day, random))
                    .filter(partition -> horizon.holds(board, partition))
                    .map(board::in)
                    .forEach(samples::add);
        }
        return Set.copyOf(samples);
    }

    private static Partition partition(Board<?> board, LocalDate date, Random random) {
        if (board.equals(WindowHour.BOARD)) {
            List<Instant> hours = new CentralDay(date).hours();
            return new Partition.Hour(hours.get(random.nextInt(hours.size())));
        }
        return switch (board.retention()) {
            case FOREVER -> Partition.ALL;
            case HISTORY, RECENT -> new Partition.Day(date);
        };
    }
}
