package hub.testkit.store;

import hub.projections.board.Expiry;
import hub.projections.board.Horizon;
import hub.projections.board.PartitionId;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.SourcePosition;
import hub.projections.store.SourceProgress;
import hub.projections.store.Writes;
import hub.projections.store.Writes.PartitionWrites;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commits for tests, made of as little as each test cares about. */
public final class Commits {

    private static final Instant COMMITTED_AT = Instant.parse("2026-03-02T15:00:00.123456Z");

    private Commits() {}

    /** The first checkpoint of a generation. */
    public static Checkpoint first() {
        return Checkpoint.filling("server-1", Horizon.UNLIMITED, "digest-1");
    }

    /** The checkpoint one commit after {@code before}, at the end of a source transaction. */
    public static Checkpoint after(Checkpoint before) {
        return after(before, List.of());
    }

    /** The same, with entries for the schema history. */
    public static Checkpoint after(Checkpoint before, List<String> schemaHistory) {
        long sequence = before.sequence() + 1;
        SourcePosition position = new SourcePosition.BinlogFile("binlog.000001", 100 * sequence);
        return before.streamedTo(new SourceProgress("resume-" + sequence, position, COMMITTED_AT, schemaHistory))
                .withSequence(sequence);
    }

    /** The checkpoint one commit after {@code before}, inside a source transaction. */
    public static Checkpoint insideTransactionAfter(Checkpoint before) {
        long sequence = before.sequence() + 1;
        return before.insideTransaction("resume-" + sequence).withSequence(sequence);
    }

    public static Commit commit(@Nullable Checkpoint expected, Checkpoint next, PartitionWrites... writes) {
        return new Commit(expected, next, new Writes(Set.of(), List.of(writes)), List.of());
    }

    public static Commit clearing(Checkpoint expected, Checkpoint next, String board, PartitionWrites... writes) {
        return new Commit(expected, next, new Writes(Set.of(board), List.of(writes)), List.of());
    }

    public static Commit expiring(Checkpoint expected, Checkpoint next, Expiry expiry, PartitionWrites... writes) {
        return new Commit(expected, next, new Writes(Set.of(), List.of(expiry), List.of(writes)), List.of());
    }

    public static PartitionWrites add(PartitionId partition, String entry, long packed) {
        return add(partition, Map.of(entry, packed));
    }

    public static PartitionWrites add(PartitionId partition, Map<String, Long> increments) {
        return new PartitionWrites(partition, increments, Map.of(), Set.of());
    }

    public static PartitionWrites put(PartitionId partition, String key, String value) {
        return new PartitionWrites(partition, Map.of(), Map.of(key, value), Set.of());
    }

    public static PartitionWrites remove(PartitionId partition, String key) {
        return new PartitionWrites(partition, Map.of(), Map.of(), Set.of(key));
    }
}
