package hub.projections.projector;

import hub.projections.board.Cells;
import hub.projections.board.Partition;
import hub.projections.board.Tally;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the cells of one row until all of them are known, so that a model that fails halfway has written nothing. */
final class CellBuffer implements Cells {

    /** The columns of one cell, side by side: a row has few, and an object for each would be the projector's main cost. */
    private final List<Partition> partitions = new ArrayList<>();

    private final List<@Nullable Tally> tallies = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private long[] keys = new long[8];

    @Override
    public void sum(Partition partition, String entry, Tally tally) {
        if (Math.abs(tally.items()) > Tally.MAX_ROW_ITEMS) {
            throw new TallyTooLarge();
        }
        add(partition, 0, entry, tally);
    }

    @Override
    public void fact(Partition partition, long primaryKey, String value) {
        add(partition, primaryKey, value, null);
    }

    private void add(Partition partition, long key, String text, @Nullable Tally tally) {
        int at = partitions.size();
        if (at == keys.length) {
            keys = java.util.Arrays.copyOf(keys, at * 2);
        }
        keys[at] = key;
        partitions.add(partition);
        texts.add(text);
        tallies.add(tally);
    }

    /** Hands everything over and is empty again. */
    void drainTo(Cells out) {
        for (int i = 0; i < partitions.size(); i++) {
            Tally tally = tallies.get(i);
            if (tally == null) {
                out.fact(partitions.get(i), keys[i], texts.get(i));
            } else {
                out.sum(partitions.get(i), texts.get(i), tally);
            }
        }
        clear();
    }

    void clear() {
        partitions.clear();
        tallies.clear();
        texts.clear();
    }

    /** A row may say this much and no more, see {@link Tally}. */
    static final class TallyTooLarge extends ArithmeticException {
        TallyTooLarge() {
            super("its items are beyond ±" + Tally.MAX_ROW_ITEMS);
        }
    }
}
