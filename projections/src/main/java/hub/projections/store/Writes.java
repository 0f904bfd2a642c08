package hub.projections.store;

import hub.projections.board.Expiry;
import hub.projections.board.PartitionId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The net effect of a batch on the store. First the cleared boards lose all their partitions and the others what is not
 * held any more, then the partition writes apply.
 *
 * @param cleared names of boards whose table was truncated
 * @param expired what boards do not hold any more
 * @param partitions at most one element per partition, none empty
 */
public record Writes(Set<String> cleared, List<Expiry> expired, List<PartitionWrites> partitions) {

    public static final Writes NONE = new Writes(Set.of(), List.of());

    /** Of which nothing expires. */
    public Writes(Set<String> cleared, List<PartitionWrites> partitions) {
        this(cleared, List.of(), partitions);
    }

    /** Whether these take all of that partition away before anything is written. */
    boolean takesAway(PartitionId id) {
        return cleared.contains(id.board()) || expired.stream().anyMatch(expiry -> expiry.takes(id));
    }

    /** What changes in one partition. A board has either increments, of which none is 0, or facts, never both. */
    public record PartitionWrites(
            PartitionId partition, Map<String, Long> increments, Map<String, String> puts, Set<String> removes) {

        public int size() {
            return increments.size() + puts.size() + removes.size();
        }
    }

    /** The number of fields written. */
    public int size() {
        return partitions.stream().mapToInt(PartitionWrites::size).sum();
    }

    public boolean isEmpty() {
        return cleared.isEmpty() && expired.isEmpty() && partitions.isEmpty();
    }
}
