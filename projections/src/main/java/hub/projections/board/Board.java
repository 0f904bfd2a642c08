package hub.projections.board;

import java.util.Map;
import java.util.function.Function;

/**
 * One precomputed board: a hash per partition in the store, and the way to read such a hash.
 *
 * @param name unique, part of the store's keys
 * @param kind whether its fields are sums or facts
 * @param retention how long its partitions are kept
 * @param decode from a partition's stored fields to its typed contents; pure; an absent partition is the empty map
 * @param <T> the typed contents of one partition, immutable
 */
public record Board<T>(String name, Kind kind, Retention retention, Function<Map<String, String>, T> decode) {

    public enum Kind {
        /** Field → packed {@link Tally}; contributions add up. */
        SUMS,
        /** Primary key → value; a row owns its field. */
        FACTS
    }

    public enum Retention {
        /** Dimension tables: kept whole. */
        FOREVER,
        /** Dropped once the partition lies before the history horizon. */
        HISTORY,
        /** Dropped once the partition lies before the recent horizon: windows, which only open days need. */
        RECENT
    }

    public PartitionId in(Partition partition) {
        return new PartitionId(name, partition);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Board<?> board && board.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
