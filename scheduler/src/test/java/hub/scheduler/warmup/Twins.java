package hub.scheduler.warmup;

import hub.projections.board.Horizon;
import hub.projections.board.PartitionId;
import hub.projections.change.Canary;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.SourcePosition;
import hub.projections.store.SourceProgress;
import hub.redis.Marks;
import hub.redis.PartitionRead;
import hub.redis.PartitionVersion;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A MySQL and a store that follows it, in memory. What happens in between is up to the test. */
final class Twins {

    final Map<PartitionId, Map<String, String>> mysql = new HashMap<>();
    final Map<PartitionId, PartitionRead> store = new HashMap<>();
    Generation generation = new Generation(1);
    Horizon horizon = Horizon.UNLIMITED;
    Marks marks = Marks.NONE;
    String digest = "digest";
    boolean live = true;
    /** Whether canaries arrive in the store. */
    boolean streaming = true;
    /** Runs just before MySQL is read: what others do in between. */
    Runnable beforeRead = () -> {};

    /** Has no opinion. */
    Oracle oracle = partitions -> Map.of();

    int reads;
    private long canary;
    private long arrived;
    private long sequence = 1;

    /** The same in both. */
    void holds(PartitionId partition, Map<String, String> fields) {
        mysql.put(partition, fields);
        commit(partition, fields);
    }

    /** A commit of the stream. */
    void commit(PartitionId partition, Map<String, String> fields) {
        sequence++;
        store.put(partition, new PartitionRead(new PartitionVersion(sequence, "a"), fields));
    }

    Comparison comparison(java.time.Duration within) {
        return new Comparison(this::look, this::beat, this::read, oracle, within, java.time.Duration.ofMillis(1));
    }

    Look look(Set<PartitionId> partitions) throws NotWarm {
        if (!live) {
            throw new NotWarm("no generation of the read models is live");
        }
        Map<PartitionId, PartitionRead> read = new HashMap<>(store);
        read.keySet().retainAll(partitions);
        Checkpoint at = Checkpoint.filling("server", horizon, digest)
                .streamedTo(new SourceProgress("r", SourcePosition.NONE, Instant.EPOCH, List.of()))
                .withSequence(sequence)
                .withCanary(new Canary(arrived, Instant.EPOCH));
        return new Look(generation, at, marks, read);
    }

    private long beat() {
        canary++;
        if (streaming) {
            arrived = canary;
        }
        return canary;
    }

    private Map<PartitionId, Map<String, String>> read(Set<PartitionId> partitions) {
        reads++;
        beforeRead.run();
        Map<PartitionId, Map<String, String>> read = new HashMap<>(mysql);
        read.keySet().retainAll(partitions);
        return read;
    }
}
