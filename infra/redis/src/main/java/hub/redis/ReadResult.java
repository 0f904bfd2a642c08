package hub.redis;

import hub.projections.board.PartitionId;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Partitions of one generation, all at one checkpoint.
 *
 * @param changed the partitions asked for whose version differs from the one held
 * @param unsent those of which that is true as well, but which the reply had no room for; all others are as they were held
 */
public record ReadResult(
        Generation generation,
        Checkpoint checkpoint,
        Marks marks,
        Map<PartitionId, PartitionRead> changed,
        Set<PartitionId> unsent) {

    /** Whether nothing was left out. */
    public boolean isWhole() {
        return unsent.isEmpty();
    }

    /** What is held now of all that is in {@code before}; what was never sent stands first, then what was not sent this time. */
    Map<PartitionId, @Nullable PartitionVersion> over(Map<PartitionId, ? extends @Nullable PartitionVersion> before) {
        Map<PartitionId, @Nullable PartitionVersion> versions = LinkedHashMap.newLinkedHashMap(before.size());
        unsent.stream()
                .filter(partition -> !changed.containsKey(partition))
                .forEach(partition -> versions.put(partition, before.get(partition)));
        unsent.forEach(partition -> versions.put(partition, before.get(partition)));
        versions.putAll(before);
        changed.forEach((partition, read) -> versions.put(partition, read.version()));
        return versions;
    }

    /** Both, at the checkpoint of {@code later}, which was read with what is held after this. */
    ReadResult and(ReadResult later) {
        Map<PartitionId, PartitionRead> all = new HashMap<>(changed);
        all.putAll(later.changed);
        return new ReadResult(later.generation, later.checkpoint, later.marks, all, later.unsent);
    }
}
