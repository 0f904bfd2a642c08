package hub.projections.board;

import hub.projections.time.CentralDay;
import java.time.LocalDate;

/**
 * From which Central day on a generation holds what. It stands in the checkpoint and moves only in a commit, so what is
 * held is a function of the checkpoint alone.
 *
 * @param history first day held by boards of {@link Board.Retention#HISTORY}; {@link LocalDate#MIN} = everything
 * @param recent first day held by boards of {@link Board.Retention#RECENT}
 */
public record Horizon(LocalDate history, LocalDate recent) {

    /** Holds everything. */
    public static final Horizon UNLIMITED = new Horizon(LocalDate.MIN, LocalDate.MIN);

    public boolean holds(Board<?> board, Partition partition) {
        return switch (board.retention()) {
            case FOREVER -> true;
            case HISTORY -> notBefore(history, partition);
            case RECENT -> notBefore(recent, partition);
        };
    }

    private static boolean notBefore(LocalDate first, Partition partition) {
        if (first.equals(LocalDate.MIN)) {
            return true;
        }
        return switch (partition) {
            case Partition.All all -> true;
            case Partition.Day day -> !day.date().isBefore(first);
            case Partition.Hour hour -> !hour.start().isBefore(new CentralDay(first).start());
        };
    }
}
