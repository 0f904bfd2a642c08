package hub.projections.view;

import hub.projections.board.Board;
import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;

/** The partitions at a view's disposal, all of one generation and one checkpoint. */
public interface Boards {

    /** Whether {@code partition} has been loaded (an empty one counts). */
    boolean holds(PartitionId partition);

    /**
     * The typed contents of a loaded partition; decoded at most once per version.
     *
     * @throws IllegalStateException if the partition was not among those that the view said it reads
     */
    <T> T get(Board<T> board, Partition partition);

    /** What the generation holds at all. */
    Horizon horizon();
}
