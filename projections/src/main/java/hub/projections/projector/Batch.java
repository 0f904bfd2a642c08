package hub.projections.projector;

import hub.projections.board.Board;
import hub.projections.board.Cells;
import hub.projections.board.Expiry;
import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.board.Tally;
import hub.projections.change.Table;
import hub.projections.parked.ParkedRow;
import hub.projections.parked.ParkedRows;
import hub.projections.source.SourceTables;
import hub.projections.store.Parked;
import hub.projections.store.Writes;
import hub.projections.store.Writes.PartitionWrites;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the cells of many changes into their net effect: what is asserted and retracted alike leaves no write.
 * Cells outside the horizon are dropped here. Not thread-safe.
 */
final class Batch {

    private Horizon horizon;
    private final List<Expiry> expired = new ArrayList<>();
    private final Map<Board<?>, Map<Partition, Edits>> edits = new HashMap<>();
    private final Set<String> cleared = new HashSet<>();
    private Parked parked;
    private int size;

    /** @param parked what the boards lack before this batch */
    Batch(Horizon horizon, Parked parked) {
        this.horizon = horizon;
        this.parked = parked;
    }

    Cells asserting(Board<?> board) {
        return new Signed(board, 1);
    }

    Cells retracting(Board<?> board) {
        return new Signed(board, -1);
    }

    /** The board's table was truncated: nothing of it survives, and earlier edits of this batch are moot. */
    void clear(Board<?> board) {
        Map<Partition, Edits> dropped = edits.remove(board);
        if (dropped != null) {
            dropped.values().forEach(e -> size -= e.size());
        }
        cleared.add(board.name());
        parked = parked.without(board.name());
    }

    /** From now on {@code moved} is held: what is older goes, whole, and earlier edits of it are moot. */
    void expire(Horizon moved, Collection<Board<?>> boards) {
        horizon = moved;
        for (Board<?> board : boards) {
            moved.first(board).ifPresent(first -> expired.add(new Expiry(board.name(), first)));
            edits.getOrDefault(board, new HashMap<>()).entrySet().removeIf(edit -> {
                boolean gone = !moved.holds(board, edit.getKey());
                size -= gone ? edit.getValue().size() : 0;
                return gone;
            });
        }
    }

    /** The source has that table. */
    void exists(Table table) {
        asserting(SourceTables.BOARD).fact(Partition.ALL, SourceTables.entry(table), table.sqlName());
    }

    void park(Table table, ParkedRow row) {
        asserting(ParkedRows.board(table)).fact(Partition.ALL, row.id(), row.value());
        parked = parked.plus(row.boards(), 1);
    }

    void unpark(Table table, long id, Set<String> boards) {
        retracting(ParkedRows.board(table)).fact(Partition.ALL, id, "");
        parked = parked.plus(boards, -1);
    }

    void unparkAll(Table table) {
        clear(ParkedRows.board(table));
    }

    /** What the boards lack after this batch. */
    Parked parked() {
        return parked;
    }

    /** An upper bound of the fields to write. */
    int size() {
        return size;
    }

    Writes writes() {
        List<PartitionWrites> partitions = new ArrayList<>();
        edits.forEach((board, byPartition) -> byPartition.forEach((partition, edit) -> {
            PartitionWrites writes = edit.net(board.in(partition));
            if (writes.size() > 0) {
                partitions.add(writes);
            }
        }));
        return new Writes(Set.copyOf(cleared), List.copyOf(expired), partitions);
    }

    private final class Signed implements Cells {
        private final Board<?> board;
        private final int sign;

        Signed(Board<?> board, int sign) {
            this.board = board;
            this.sign = sign;
        }

        @Override
        public void sum(Partition partition, String entry, Tally tally) {
            if (horizon.holds(board, partition)) {
                edits(partition).add(entry, sign * tally.packed());
            }
        }

        @Override
        public void fact(Partition partition, long primaryKey, String value) {
            if (horizon.holds(board, partition)) {
                edits(partition).set(Long.toString(primaryKey), sign < 0 ? value : null, sign < 0 ? null : value);
            }
        }

        private Edits edits(Partition partition) {
            return edits.computeIfAbsent(board, b -> new HashMap<>()).computeIfAbsent(partition, p -> new Edits());
        }
    }

    /** What happened to one partition so far. */
    private final class Edits {
        private final Map<String, Long> sums = new HashMap<>();
        private final Map<String, FactEdit> facts = new HashMap<>();

        int size() {
            return sums.size() + facts.size();
        }

        void add(String entry, long packed) {
            if (sums.merge(entry, packed, Long::sum) == packed) {
                size = size + 1;
            }
        }

        void set(String key, @Nullable String was, @Nullable String is) {
            FactEdit earlier = facts.get(key);
            if (earlier == null) {
                size = size + 1;
                facts.put(key, new FactEdit(was, is));
            } else {
                facts.put(key, new FactEdit(earlier.original(), is));
            }
        }

        PartitionWrites net(PartitionId id) {
            Map<String, Long> increments = HashMap.newHashMap(sums.size());
            sums.forEach((entry, packed) -> {
                if (packed != 0) {
                    increments.put(entry, packed);
                }
            });
            Map<String, String> puts = HashMap.newHashMap(facts.size());
            Set<String> removes = new HashSet<>();
            facts.forEach((key, edit) -> {
                String now = edit.current();
                if (now == null) {
                    removes.add(key);
                } else if (!now.equals(edit.original())) {
                    puts.put(key, now);
                }
            });
            return new PartitionWrites(id, increments, puts, removes);
        }
    }

    /**
     * @param original the value before this batch as far as a before image told; null = unknown or absent
     * @param current the value after it; null = gone
     */
    private record FactEdit(
            @Nullable String original, @Nullable String current) {}
}
