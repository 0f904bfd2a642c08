package hub.projections;

import hub.projections.board.Horizon;
import hub.projections.board.PartitionId;
import hub.projections.change.Change;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import hub.projections.parked.ParkedRows;
import hub.projections.projector.GenerationWriter;
import hub.projections.projector.PipelineStopped;
import hub.projections.projector.WriterListener;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.Generation;
import hub.projections.store.InMemoryStore;
import hub.projections.store.Parked;
import hub.projections.store.SourcePosition;
import hub.projections.store.SourceProgress;
import hub.projections.store.Writes;
import hub.projections.view.Answer;
import hub.projections.view.DayQuery;
import hub.projections.view.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A MySQL in a map with a change stream into an in-memory store: given rows, when statements, then views. */
public final class World implements AutoCloseable {

    public static final Generation GENERATION = new Generation(1);

    private final Map<Table, TreeMap<Long, Row>> tables = new EnumMap<>(Table.class);
    private final List<ReadModel<?>> models;
    private final InMemoryStore store = new InMemoryStore();
    private final Checkpoint first;
    private final GenerationWriter writer;
    private final List<Change> open = new ArrayList<>();
    private final List<Delivered> delivered = new ArrayList<>();
    private long position;

    /**
     * @param from where the store stood before
     * @param to how far the source was with them
     */
    private record Delivered(Checkpoint from, List<Change> changes, SourceProgress to) {}

    public World() {
        this(Horizon.UNLIMITED);
    }

    public World(Horizon horizon) {
        this(Catalog.MODELS, horizon);
    }

    World(List<ReadModel<?>> models, Horizon horizon) {
        this.models = models;
        first = Checkpoint.filling("test", horizon, Catalog.DIGEST);
        store.commit(GENERATION, new Commit(null, first, Writes.NONE, List.of()));
        writer = new GenerationWriter(store, GENERATION, first, models, new WriterListener() {});
    }

    /** A world that a snapshot of {@code rows} has just been read into. */
    static World fromSnapshot(List<ReadModel<?>> models, List<Row> rows) {
        World world = new World(models, Horizon.UNLIMITED);
        for (Row row : rows) {
            world.table(row.table()).put(row.id(), row);
            world.writer.snapshotRow(Change.RowChanged.inserted(row));
        }
        world.writer.snapshotCompleted(world.progress());
        return world;
    }

    /** The source has these tables, of those that it may lack. */
    public World has(Table... present) {
        writer.transactionEnd(new SourceProgress(
                progress().resume(),
                new SourcePosition.BinlogFile("binlog", position),
                Instant.EPOCH,
                List.of(),
                Set.of(present)));
        return this;
    }

    public World put(Row... rows) {
        for (Row row : rows) {
            write(row);
        }
        return commit();
    }

    public World delete(Table table, long id) {
        if (!exists(table, id)) {
            throw new IllegalArgumentException("no row " + id + " in " + table);
        }
        return remove(table, id).commit();
    }

    /** Inserts or updates inside the open transaction. */
    World write(Row row) {
        change(table(row.table()).put(row.id(), row), row);
        return this;
    }

    /** Deletes inside the open transaction; nothing if there is no such row. */
    World remove(Table table, long id) {
        Row before = table(table).remove(id);
        if (before != null) {
            change(before, null);
        }
        return this;
    }

    boolean exists(Table table, long id) {
        return table(table).containsKey(id);
    }

    /** Ends the open transaction, and waits until it has been committed alone. */
    World commitByItself() {
        Checkpoint from = store.checkpoint(GENERATION).orElseThrow();
        SourceProgress to = progress();
        writer.transactionEnd(to);
        drain();
        delivered.add(new Delivered(from, List.copyOf(open), to));
        open.clear();
        return this;
    }

    /**
     * Sends once more what was {@link #commitByItself committed by itself} from the {@code start}th on, exactly as it was,
     * through a writer that believes to stand where the store stood then.
     *
     * @return whether the store took it
     */
    boolean redeliverFrom(int start) {
        Checkpoint from = delivered.get(start).from();
        try (GenerationWriter late = new GenerationWriter(store, GENERATION, from, models, new WriterListener() {})) {
            for (Delivered again : delivered.subList(start, delivered.size())) {
                again.changes().forEach(change -> late.change(change, () -> Optional.of("inside")));
                late.transactionEnd(again.to());
                late.drain();
            }
            return true;
        } catch (PipelineStopped refused) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Checkpoint checkpoint() {
        return store.checkpoint(GENERATION).orElseThrow();
    }

    public World truncate(Table table) {
        table(table).clear();
        writer.change(new Change.Truncated(table), () -> Optional.of("inside"));
        return commit();
    }

    public <A> A view(View<DayQuery, A> view, String date, String now) {
        return answer(view, new DayQuery(LocalDate.parse(date)), now).body();
    }

    public <Q, A> Answer<A> answer(View<Q, A> view, Q query, String now) {
        drain();
        return Loaded.answer(view, query, Instant.parse(now), store, GENERATION);
    }

    /** What the boards lack, as the checkpoint tells it. */
    Parked parked() {
        drain();
        return store.checkpoint(GENERATION).orElseThrow().parked();
    }

    /** Everything stored, by partition; of parked rows only what does not depend on how they arrived. */
    public Map<PartitionId, Map<String, String>> stored() {
        drain();
        Map<PartitionId, Map<String, String>> stored = new HashMap<>();
        store.partitions(GENERATION).forEach(id -> {
            Map<String, String> fields = store.fields(GENERATION, id);
            stored.put(id, ParkedRows.isListedIn(id) ? ParkedRows.comparable(fields) : fields);
        });
        return stored;
    }

    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        tables.values().forEach(table -> rows.addAll(table.values()));
        return rows;
    }

    /** Ends the open transaction. */
    World commit() {
        writer.transactionEnd(progress());
        return this;
    }

    /** The source has nothing more at hand. */
    void endBatch() {
        writer.batchEnd();
    }

    private SourceProgress progress() {
        position++;
        return new SourceProgress(
                "at-" + position, new SourcePosition.BinlogFile("binlog", position), Instant.EPOCH, List.of());
    }

    private void change(@Nullable Row before, @Nullable Row after) {
        Change change = new Change.RowChanged(before, after);
        open.add(change);
        writer.change(change, () -> Optional.of("inside"));
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
