package hub.projections.board;

import hub.projections.time.CentralDay;
import java.time.LocalDate;
import java.util.Optional;

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

    /** The first Central day that {@code board} holds; empty if it holds everything. */
    public Optional<LocalDate> first(Board<?> board) {
        LocalDate first = switch (board.retention()) {
            case FOREVER -> LocalDate.MIN;
            case HISTORY -> history;
            case RECENT -> recent;
        };
        return first.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(first);
    }

    /** Whether this holds less than {@code other}, and nothing more. */
    public boolean isAfter(Horizon other) {
        return !equals(other) && !history.isBefore(other.history) && !recent.isBefore(other.recent);
    }

    static boolean notBefore(LocalDate first, Partition partition) {
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
