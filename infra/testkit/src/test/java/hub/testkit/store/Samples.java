package hub.testkit.store;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.board.Tally;
import hub.projections.store.Generation;
import java.time.LocalDate;

/** A generation and partitions to try a store with. */
final class Samples {

    static final Generation G1 = new Generation(1);
    static final PartitionId MONDAY = new PartitionId("items", new Partition.Day(LocalDate.parse("2026-03-02")));
    static final PartitionId TUESDAY = new PartitionId("items", new Partition.Day(LocalDate.parse("2026-03-03")));
    static final PartitionId NAMES = new PartitionId("names", Partition.ALL);
    static final long ONE_ROW_OF_FIVE = new Tally(1, 5).packed();

    private Samples() {}

    /** The Redis key of a partition of {@link #G1}. */
    static String key(PartitionId partition) {
        return "hub:{g1}:b:" + partition.text();
    }
}
