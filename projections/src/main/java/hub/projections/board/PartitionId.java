package hub.projections.board;

/** One partition of one board, the unit of reading and of announcement. Its text is {@code board:partition}. */
public record PartitionId(String board, Partition partition) {

    public String text() {
        return board + ":" + partition.text();
    }

    public static PartitionId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("not a partition: " + text);
        }
        return new PartitionId(text.substring(0, colon), Partition.parse(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return text();
    }
}
