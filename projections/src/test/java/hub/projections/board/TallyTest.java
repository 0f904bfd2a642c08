package hub.projections.board;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TallyTest {

    private static final long MAX_ROWS = 1L << 20;

    @Property
    void packingLosesNothing(
            @ForAll @LongRange(min = -MAX_ROWS, max = MAX_ROWS) long rows,
            @ForAll @LongRange(min = -Tally.MAX_ITEMS, max = Tally.MAX_ITEMS) long items) {
        assertThat(Tally.unpack(new Tally(rows, items).packed())).isEqualTo(new Tally(rows, items));
    }

    @Property
    void theSumOfPackedTalliesIsThePackedSum(
            @ForAll @LongRange(min = -MAX_ROWS, max = MAX_ROWS) long rows,
            @ForAll @LongRange(min = -Tally.MAX_ITEMS / 2, max = Tally.MAX_ITEMS / 2) long items,
            @ForAll @LongRange(min = -MAX_ROWS, max = MAX_ROWS) long otherRows,
            @ForAll @LongRange(min = -Tally.MAX_ITEMS / 2, max = Tally.MAX_ITEMS / 2) long otherItems) {
        Tally one = new Tally(rows, items);
        Tally other = new Tally(otherRows, otherItems);

        assertThat(Tally.unpack(one.packed() + other.packed())).isEqualTo(one.plus(other));
    }
}
