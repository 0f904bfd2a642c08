package hub.projections;

import hub.projections.board.Horizon;
import hub.projections.board.PartitionId;
import hub.projections.change.Change;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.projector.GenerationWriter;
import hub.projections.projector.WriterListener;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.Generation;
import hub.projections.store.InMemoryStore;
import hub.projections.store.SourcePosition;
import hub.projections.store.SourceProgress;
import hub.projections.store.Writes;
import hub.projections.view.DayQuery;
import hub.projections.view.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A MySQL in a map with a change stream into an in-memory store: given rows, when statements, then views. */
public final class World implements AutoCloseable {

    public static final Generation GENERATION = new Generation(1);

    private final Map<Table, TreeMap<Long, Row>> tables = new EnumMap<>(Table.class);
    private final InMemoryStore store = new InMemoryStore();
    private final GenerationWriter writer;
    private long position;

    public World() {
        this(Horizon.UNLIMITED);
    }

    public World(Horizon horizon) {
        Checkpoint first = Checkpoint.filling("test", horizon, Catalog.DIGEST);
        store.commit(GENERATION, new Commit(null, first, Writes.NONE, List.of()));
        writer = new GenerationWriter(store, GENERATION, first, Catalog.MODELS, new WriterListener() {});
    }

    public World put(Row... rows) {
        for (Row row : rows) {
            Row before = table(row.table()).put(row.id(), row);
            change(before, row);
        }
        return commit();
    }

    public World delete(Table table, long id) {
        Row before = table(table).remove(id);
        if (before == null) {
            throw new IllegalArgumentException("no row " + id + " in " + table);
        }
        change(before, null);
        return commit();
    }

    public World truncate(Table table) {
        table(table).clear();
        writer.change(new Change.Truncated(table), () -> "inside");
        return commit();
    }

    public <A> A view(View<DayQuery, A> view, String date, String now) {
        drain();
        return Loaded.answer(view, new DayQuery(LocalDate.parse(date)), Instant.parse(now), store, GENERATION)
                .body();
    }

    /** Everything stored, by partition. */
    public Map<PartitionId, Map<String, String>> stored() {
        drain();
        Map<PartitionId, Map<String, String>> stored = new HashMap<>();
        store.partitions(GENERATION).forEach(id -> stored.put(id, store.fields(GENERATION, id)));
        return stored;
    }

    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        tables.values().forEach(table -> rows.addAll(table.values()));
        return rows;
    }

    private World commit() {
        position++;
        writer.transactionEnd(new SourceProgress(
                "at-" + position, new SourcePosition.BinlogFile("binlog", position), Instant.EPOCH, List.of()));
        return this;
    }

    private void change(@Nullable Row before, @Nullable Row after) {
        writer.change(new Change.RowChanged(before, after), () -> "inside");
    }

    private void drain() {
        try {
            writer.drain();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private TreeMap<Long, Row> table(Table table) {
        return tables.computeIfAbsent(table, t -> new TreeMap<>());
    }

    @Override
    public void close() {
        writer.close();
    }
}
