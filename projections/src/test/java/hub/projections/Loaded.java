package hub.projections;

import hub.projections.board.Board;
import hub.projections.board.Horizon;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.store.Generation;
import hub.projections.store.ReadModelStore;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.View;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Loads from a store what a view asks for, until it asks for nothing more. */
public final class Loaded implements Boards {

    private final Map<PartitionId, Map<String, String>> fields = new HashMap<>();
    private final Horizon horizon;

    private Loaded(Horizon horizon) {
        this.horizon = horizon;
    }

    public static <Q, A> Answer<A> answer(
            View<Q, A> view, Q query, Instant now, ReadModelStore store, Generation generation) {
        Loaded loaded = new Loaded(store.checkpoint(generation).orElseThrow().horizon());
        Set<PartitionId> reads = view.reads(query, loaded, now);
        while (!loaded.fields.keySet().containsAll(reads)) {
            for (PartitionId id : reads) {
                loaded.fields.put(id, store.fields(generation, id));
            }
            reads = view.reads(query, loaded, now);
        }
        return view.answer(query, loaded, now);
    }

    @Override
    public boolean holds(PartitionId partition) {
        return fields.containsKey(partition);
    }

    @Override
    public <T> T get(Board<T> board, Partition partition) {
        Map<String, String> held = fields.get(board.in(partition));
        if (held == null) {
            throw new IllegalStateException(board.in(partition) + " was not asked for");
        }
        return board.decode().apply(held);
    }

    @Override
    public Horizon horizon() {
        return horizon;
    }
}
