package hub.projections.board;

/**
 * What a sum cell adds up: how many rows stand behind an entry, and their items. Both travel in one 64-bit integer,
 * {@code rows · 2^40 + items}, so that one {@code HINCRBY} moves both and an entry whose rows and items are all
 * retracted is exactly zero. Packing is linear: the sum of packed tallies is the packed sum.
 *
 * <p>Exact while {@code |items| < 2^38} per entry (the store reports an entry that leaves this range, and no single
 * increment may exceed it) and {@code |rows| < 2^22}.
 */
public record Tally(long rows, long items) {

    /** The bound on an entry's items and on one increment of them. */
    public static final long MAX_ITEMS = 1L << 38;

    /** The most items that one row may add or take: a row with more is parked. MySQL's {@code INT} is within it. */
    public static final long MAX_ROW_ITEMS = 1L << 31;

    static final int ROW_SHIFT = 40;
    public static final Tally ZERO = new Tally(0, 0);

    public long packed() {
        return (rows << ROW_SHIFT) + items;
    }

    public static Tally unpack(long packed) {
        long items = (packed << (64 - ROW_SHIFT)) >> (64 - ROW_SHIFT);
        return new Tally((packed - items) >> ROW_SHIFT, items);
    }

    public Tally plus(Tally other) {
        return new Tally(rows + other.rows, items + other.items);
    }
}
