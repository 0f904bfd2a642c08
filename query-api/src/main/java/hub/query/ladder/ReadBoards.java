package hub.query.ladder;

import hub.projections.board.Board;
import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.view.Boards;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Partitions computed from one consistent read of MySQL; immutable, grows by {@link #with}. */
record ReadBoards(Map<PartitionId, Map<String, String>> fields, Map<PartitionId, Object> decoded) implements Boards {

    static ReadBoards none() {
        return new ReadBoards(Map.of(), new HashMap<>());
    }

    ReadBoards with(Map<PartitionId, Map<String, String>> more) {
        Map<PartitionId, Map<String, String>> all = new HashMap<>(fields);
        all.putAll(more);
        return new ReadBoards(all, decoded);
    }

    Set<PartitionId> missing(Set<PartitionId> wanted) {
        return wanted.stream().filter(id -> !holds(id)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean holds(PartitionId partition) {
        return fields.containsKey(partition);
    }

    @Override
    @SuppressWarnings("unchecked") // a board's name determines its type
    public <T> T get(Board<T> board, Partition partition) {
        PartitionId id = board.in(partition);
        Map<String, String> found = fields.get(id);
        if (found == null) {
            throw new IllegalStateException(id + " was not asked for");
        }
        return (T)
                decoded.computeIfAbsent(id, missing -> (Object) board.decode().apply(found));
    }

    /** MySQL holds everything that there is. */
    @Override
    public Horizon horizon() {
        return Horizon.UNLIMITED;
    }
}
