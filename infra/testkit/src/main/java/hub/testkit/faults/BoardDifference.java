package hub.testkit.faults;

import hub.ingest.SslMode;
import hub.ingest.sql.ConsistentRead;
import hub.projections.Catalog;
import hub.projections.board.Board;
import hub.projections.board.Horizon;
import hub.projections.board.PartitionId;
import hub.projections.board.Tally;
import hub.projections.change.Change;
import hub.projections.parked.ParkedRows;
import hub.projections.projector.GenerationWriter;
import hub.projections.projector.WriterListener;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.Generation;
import hub.projections.store.InMemoryStore;
import hub.projections.store.ReadModelStore;
import hub.projections.store.SourceProgress;
import hub.projections.store.Writes;
import hub.testkit.servers.SourceDatabase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What all boards of a generation say otherwise than the rows in MySQL do, while nobody writes. An event that was lost or
 * applied twice shows here, whatever views show of it.
 *
 * @param entries that differ
 * @param rowsTooMany in sums: rows that were applied twice or not retracted
 * @param rowsTooFew in sums: rows that were lost
 */
public record BoardDifference(long entries, long rowsTooMany, long rowsTooFew) {

    private static final Generation SQL = new Generation(1);

    public static BoardDifference of(SourceDatabase database, ReadModelStore store, Generation generation) {
        InMemoryStore expected = expected(database);
        TreeSet<String> partitions = new TreeSet<>();
        store.partitions(generation).forEach(id -> partitions.add(id.text()));
        expected.partitions(SQL).forEach(id -> partitions.add(id.text()));
        BoardDifference all = new BoardDifference(0, 0, 0);
        for (String text : partitions) {
            PartitionId id = PartitionId.parse(text);
            all = all.plus(of(id, store.fields(generation, id), expected.fields(SQL, id)));
        }
        return all;
    }

    public boolean isNone() {
        return entries == 0;
    }

    private static BoardDifference of(PartitionId id, Map<String, String> stored, Map<String, String> wanted) {
        Map<String, String> one = ParkedRows.isListedIn(id) ? ParkedRows.comparable(stored) : stored;
        Map<String, String> other = ParkedRows.isListedIn(id) ? ParkedRows.comparable(wanted) : wanted;
        boolean sums = Catalog.boards().stream()
                .anyMatch(board -> board.kind() == Board.Kind.SUMS && id.text().startsWith(board.name() + ":"));
        TreeSet<String> entries = new TreeSet<>(one.keySet());
        entries.addAll(other.keySet());
        BoardDifference difference = new BoardDifference(0, 0, 0);
        for (String entry : entries) {
            if (!Objects.equals(one.get(entry), other.get(entry))) {
                long more = sums ? rows(one.get(entry)) - rows(other.get(entry)) : 0;
                difference = difference.plus(new BoardDifference(1, Math.max(0, more), Math.max(0, -more)));
            }
        }
        return difference;
    }

    private static long rows(@Nullable String packed) {
        return packed == null ? 0 : Tally.unpack(Long.parseLong(packed)).rows();
    }

    private BoardDifference plus(BoardDifference more) {
        return new BoardDifference(
                entries + more.entries, rowsTooMany + more.rowsTooMany, rowsTooFew + more.rowsTooFew);
    }

    private static InMemoryStore expected(SourceDatabase database) {
        InMemoryStore memory = new InMemoryStore();
        Checkpoint filling = Checkpoint.filling("sql", Horizon.UNLIMITED, Catalog.DIGEST);
        memory.commit(SQL, new Commit(null, filling, Writes.NONE, List.of()));
        try (ConsistentRead read = ConsistentRead.open(database.asSource(SslMode.DISABLED), position -> {});
                GenerationWriter writer =
                        new GenerationWriter(memory, SQL, filling, Catalog.MODELS, new WriterListener() {})) {
            read.forEachRow(row -> writer.snapshotRow(Change.RowChanged.inserted(row)));
            writer.snapshotCompleted(new SourceProgress("", read.position(), null, List.of(), read.tables()));
            writer.drain();
        } catch (Exception e) {
            throw new IllegalStateException("the rows cannot be read", e);
        }
        return memory;
    }
}
