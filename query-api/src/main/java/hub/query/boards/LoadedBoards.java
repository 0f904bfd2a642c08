package hub.query.boards;

import hub.projections.board.Board;
import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.store.Checkpoint;
import hub.projections.view.Boards;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Partitions that all stand at one checkpoint. Immutable. */
public final class LoadedBoards implements Boards {

    private final Epoch epoch;
    private final Checkpoint checkpoint;
    private final Map<PartitionId, Contents> contents;
    private final Slot[] slots;
    private final boolean fromMemory;

    LoadedBoards(
            Epoch epoch,
            Checkpoint checkpoint,
            Map<PartitionId, Contents> contents,
            Collection<Slot> slots,
            boolean fromMemory) {
        this.epoch = epoch;
        this.checkpoint = checkpoint;
        this.contents = contents;
        this.slots = slots.toArray(Slot[]::new);
        this.fromMemory = fromMemory;
    }

    public Epoch epoch() {
        return epoch;
    }

    /** The checkpoint at which all contents were read. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** Whether the store did not have to be asked. */
    public boolean fromMemory() {
        return fromMemory;
    }

    public boolean holdsAll(Set<PartitionId> wanted) {
        return contents.keySet().containsAll(wanted);
    }

    /** The boards of which partitions were loaded. */
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        contents.keySet().forEach(id -> names.add(id.board()));
        return Set.copyOf(names);
    }

    /** Whether no announced commit has touched any of the partitions since they were read. */
    public boolean untouched() {
        for (Slot slot : slots) {
            if (slot.touchedAt() > checkpoint.sequence()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean holds(PartitionId partition) {
        return contents.containsKey(partition);
    }

    @Override
    public <T> T get(Board<T> board, Partition partition) {
        Contents found = contents.get(board.in(partition));
        if (found == null) {
            throw new IllegalStateException(board.in(partition) + " was not asked for");
        }
        return found.as(board);
    }

    @Override
    public Horizon horizon() {
        return checkpoint.horizon();
    }
}
