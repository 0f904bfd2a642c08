package hub.projections.board;

import hub.projections.time.CentralDay;
import java.time.LocalDate;

/**
 * What a board does not hold any more: the partitions of the days before {@code first}, whole.
 *
 * @param board its name
 */
public record Expiry(String board, LocalDate first) {

    public boolean takes(PartitionId id) {
        return id.board().equals(board) && !Horizon.notBefore(first, id.partition());
    }

    /** The text of the first day that stays; days sort as their texts. */
    public String firstDay() {
        return new Partition.Day(first).text();
    }

    /** The text of the first hour that stays. */
    public String firstHour() {
        return new Partition.Hour(new CentralDay(first).start()).text();
    }
}
