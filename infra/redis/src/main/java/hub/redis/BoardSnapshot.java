package hub.redis;

import hub.projections.board.Board;
import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.view.Boards;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Partitions of one generation that all stand at one checkpoint, for a single use: a report, a check. Thread-safe.
 *
 * @param marks what the store noticed about the generation; check it before the numbers are believed
 */
public record BoardSnapshot(
        Generation generation, Checkpoint checkpoint, Marks marks, Map<PartitionId, PartitionRead> read)
        implements Boards {

    public BoardSnapshot {
        read = Map.copyOf(read);
    }

    @Override
    public boolean holds(PartitionId partition) {
        return read.containsKey(partition);
    }

    /** Decodes anew at each call. */
    @Override
    public <T> T get(Board<T> board, Partition partition) {
        PartitionRead found = read.get(board.in(partition));
        if (found == null) {
            throw new IllegalStateException(board.in(partition) + " was not asked for");
        }
        return board.decode().apply(found.fields());
    }

    @Override
    public Horizon horizon() {
        return checkpoint.horizon();
    }

    boolean holdsAll(Set<PartitionId> wanted) {
        return read.keySet().containsAll(wanted);
    }

    /** For the next read: everything held with its version, and what is wanted besides. */
    Map<PartitionId, @Nullable PartitionVersion> versions(Set<PartitionId> wanted) {
        Map<PartitionId, @Nullable PartitionVersion> versions = new HashMap<>();
        wanted.forEach(partition -> versions.put(partition, null));
        read.forEach((partition, held) -> versions.put(partition, held.version()));
        return versions;
    }

    /** What was held, brought to a later checkpoint. */
    BoardSnapshot at(ReadResult later) {
        Map<PartitionId, PartitionRead> all = new HashMap<>(read);
        all.putAll(later.changed());
        return new BoardSnapshot(later.generation(), later.checkpoint(), later.marks(), all);
    }
}
